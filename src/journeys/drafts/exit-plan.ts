import { KnownError } from '../../base/known-error.ts';
import { shiftDay } from '../../base/working-days.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { ExitPlan } from '../../model/farewell/lint/exit-plan.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import { makeTimeline } from '../../playbooks/timeline/make-timeline.ts';
import type { Workspace, WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { type LoadedPlaybook, loadPlaybook, planPlaybook } from '../load-playbook.ts';
import { BEGIN_DAYS, exitPlanSteps } from './exit-plan-steps.ts';
import { runOfExit } from './run-of-exit.ts';
import { shelfPlaybook } from './shelf-playbook.ts';

/** By what somebody said that the exit goes; null where nobody did. */
export interface PlanWish {
  readonly playbook: string | null;
  /** Its id, or the first letters of it. */
  readonly run: string | null;
}

type Timed = Pick<JourneyContext, 'clock'>;

/**
 * What will be done in the exit of a workspace: by the run that was named or is under way, else by the playbook that was named,
 * else by that of the shelf for the first channel that is left. null where the shelf has none that these facts are enough for.
 * Nothing is begun and nothing recorded, and nothing is looked up outside of the workspace.
 * @throws KnownError `exit-plan.which-run` where several runs leave it, `run.unknown`, `run.ambiguous`, those of `planPlaybook` in
 * load-playbook.ts for a playbook that was named, `exit.none`, `exit.incomplete`, and those of the ledger
 */
export async function exitPlan(
  workspace: Workspace,
  { playbook, run }: PlanWish,
  place: WorkspacePlace,
  context: Timed,
): Promise<ExitPlan | null> {
  const facts = requireExit(workspace.config);
  if (run !== null || playbook === null) {
    const found = await runOfExit(workspace, facts, run, context);
    if (found !== null) return found;
  }
  const around: Around = { workspace, facts, place, context };
  return playbook === null ? shelfPlan(around) : plannedBy(playbook, around);
}

interface Around {
  readonly workspace: Workspace;
  readonly facts: ExitFacts;
  readonly place: WorkspacePlace;
  readonly context: Timed;
}

/** What keeps a playbook that nobody named from being planned is no mistake of anybody. */
const unfit: readonly string[] = ['playbook.unknown', 'playbook.inputs', 'playbook.unsound', 'playbook.is-part'];

async function shelfPlan(around: Around): Promise<ExitPlan | null> {
  const { facts, workspace } = around;
  for (const { channel } of facts.leaves) {
    const known = workspace.config.channels.find(({ id }) => id === channel);
    if (known === undefined) continue;
    try {
      return await plannedBy(shelfPlaybook(known), around, channel);
    } catch (error) {
      if (!(error instanceof KnownError && unfit.includes(error.code))) throw error;
    }
  }
  return null;
}

async function plannedBy(
  playbook: string,
  { workspace, facts, place, context }: Around,
  channel: string = facts.leaves[0].channel,
): Promise<ExitPlan> {
  const loaded = await loadPlaybook(playbook, place, context);
  const { plan } = await planPlaybook(playbook, inputsOf(loaded, facts, channel), place, context);
  const now = context.clock.now();
  const timeline = makeTimeline({
    plan,
    people: workspace.config.people,
    now,
    start: begin(facts, now, plan.timezone),
    rates: null,
  });
  return {
    kind: 'playbook',
    name: plan.playbook,
    mode: plan.mode,
    holidays: plan.holidays,
    steps: exitPlanSteps(plan, timeline),
  };
}

/**
 * Whoever has announced it already has begun some time ago, and wrote no run: planned from today on, everything would look late.
 * null: now.
 */
function begin({ lastDay }: ExitFacts, now: Date, zone: string): string | null {
  const usual = shiftDay(lastDay, -BEGIN_DAYS);
  return usual < dayAt(now.toISOString(), zone) ? usual : null;
}

/** What the facts say, under the names by which the playbooks of the shelf ask for it. */
function inputsOf({ resolved }: LoadedPlaybook, facts: ExitFacts, channel: string): JsonObject {
  const asked = resolved?.playbook.inputs ?? {};
  const { lastDay, told, fate, leaves } = facts;
  const said: Readonly<Record<string, JsonValue>> = {
    channel,
    mode: leaves.find((one) => one.channel === channel)?.mode ?? leaves[0].mode,
    last_day: lastDay,
    notice_days: daysBetween(told.public.slice(0, 10), lastDay),
    quiet_days: daysBetween(lastDay, fate.messages.answeredUntil),
  };
  return Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(asked, name)));
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
