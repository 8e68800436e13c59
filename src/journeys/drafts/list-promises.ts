import { KnownError } from '../../base/known-error.ts';
import { shiftDay } from '../../base/working-days.ts';
import { dayAt } from '../../base/zoned-time.ts';
import { promiseLedger } from '../../drafts/promises/promise-ledger.ts';
import type { ExitPlan } from '../../model/farewell/lint/exit-plan.ts';
import type { KeptPromise } from '../../model/farewell/promise.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { exitPlan, type PlanWish } from './exit-plan.ts';
import { keptLintDrafts } from './kept-lint-drafts.ts';

/** What the drafts of an exit promise, and what became of it. */
export interface ListedPromises {
  readonly plan: Pick<ExitPlan, 'kind' | 'name'>;
  readonly promises: readonly KeptPromise[];
  /** How many drafts were looked through. */
  readonly drafts: number;
  readonly timezone: string;
  /** Whether the exit is behind us: its run has come to the end, or the last post is a year ago. */
  readonly isOver: boolean;
}

const YEAR_DAYS = 365;

/**
 * Every promise of the drafts as their files are now, each once, with the step that keeps it.
 * @throws KnownError `exit-plan.none`, those of `exitPlan`, of drafts, workspace and ledger
 */
export async function listPromises(
  wish: PlanWish,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<ListedPromises> {
  const workspace = await requireWorkspace(place);
  const facts = requireExit(workspace.config);
  const plan = await exitPlan(workspace, wish, place, context);
  if (plan === null) throw noPlan();
  const drafts = await keptLintDrafts(workspace);
  const now = context.clock.now();
  const promises = promiseLedger(drafts, { facts, plan, now });
  const today = dayAt(now.toISOString(), facts.timezone);
  const isDone = plan.kind === 'run' && plan.steps.every(({ doneAt }) => doneAt !== null);
  return {
    plan: { kind: plan.kind, name: plan.name },
    promises,
    drafts: drafts.length,
    timezone: facts.timezone,
    isOver: isDone || (plan.kind === 'run' && today >= shiftDay(facts.lastDay, YEAR_DAYS)),
  };
}

function noPlan(): KnownError {
  return new KnownError('exit-plan.none', 'It is not known by which playbook the exit goes.', {
    hint: 'Name the playbook with --playbook NAME, or its run with --run ID.',
    exitCode: 2,
  });
}
