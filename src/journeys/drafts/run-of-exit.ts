import type { Clock } from '../../base/clock.ts';
import { KnownError } from '../../base/known-error.ts';
import { pathExists } from '../../base/path-exists.ts';
import { shiftDay } from '../../base/working-days.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { ExitPlan } from '../../model/farewell/lint/exit-plan.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Timeline } from '../../model/playbook/timeline.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import type { RunState, RunStateName } from '../../model/run/run-state.ts';
import type { RunStore } from '../../model/run/run-store.ts';
import { expressions } from '../../playbooks/expressions/expressions.ts';
import { makeTimeline } from '../../playbooks/timeline/make-timeline.ts';
import { dueAt } from '../../runs/moments.ts';
import { openLedger } from '../../storage/ledger.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { rememberedNames } from '../runs/remembered-names.ts';
import { BEGIN_DAYS, exitPlanSteps } from './exit-plan-steps.ts';

/**
 * The run by which an exit goes, as far as it has come: the one that is named, or the one that is under way, or the newest that
 * came to its end with the same last day. null without one.
 * @throws KnownError `exit-plan.which-run`, `run.unknown`, `run.ambiguous`, and those of the ledger
 */
export async function runOfExit(
  workspace: Workspace,
  facts: ExitFacts,
  named: string | null,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<ExitPlan | null> {
  const { paths, dir } = workspace;
  if (named === null && !(await pathExists(paths.ledger))) return null;
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    const { runs } = ledger;
    const state = named === null ? await findLeaving(runs, facts) : await runs.load(await runs.findId(named));
    return state === null ? null : planOfRun(state, workspace, clock);
  } finally {
    await ledger.close();
  }
}

async function findLeaving(store: Pick<RunStore, 'list' | 'load'>, facts: ExitFacts): Promise<RunState | null> {
  const all = (await store.list()).filter(({ state }) => !endedOtherwise.includes(state));
  const open: RunState[] = [];
  for (const { id } of all.filter(({ state }) => state !== 'succeeded')) {
    const run = await store.load(id);
    // One that was cancelled and still takes things back is none any more.
    if (run.cancelled === null && leaves(run.plan, facts)) open.push(run);
  }
  const [first, ...others] = open;
  if (others.length > 0) throw whichRun(open);
  if (first !== undefined) return first;
  for (const { id } of all.filter(({ state }) => state === 'succeeded')) {
    const run = await store.load(id);
    if (run.plan.inputs.last_day === facts.lastDay && leaves(run.plan, facts)) return run;
  }
  return null;
}

const endedOtherwise: readonly RunStateName[] = ['cancelled', 'rolled_back', 'failed'];

function whichRun(open: readonly RunState[]): KnownError {
  return new KnownError('exit-plan.which-run', `${open.length} runs leave what the exit is about.`, {
    hint: `Say which one is meant: ${open.map(({ id }) => `--run ${id}`).join(', ')}.`,
    exitCode: 2,
  });
}

/** Whether a plan is one for leaving a channel of the exit, and not for keeping or looking after it. */
function leaves({ inputs, channels = {}, steps }: RunPlan, facts: ExitFacts): boolean {
  const left = facts.leaves.map(({ channel }) => channel);
  const named = [inputs.channel, ...Object.keys(channels), ...steps.map(({ channel }) => channel)].filter(
    (one) => typeof one === 'string',
  );
  // A playbook that names none is one for the whole brand.
  const isAboutIt = named.length === 0 || named.some((one) => left.includes(one));
  return isAboutIt && steps.some(({ type, irreversible }) => type === 'publish' || irreversible);
}

function planOfRun(state: RunState, workspace: Workspace, clock: Clock): ExitPlan {
  const { plan } = state;
  const deps = { clock, expressions, namesFor: rememberedNames() };
  const steps = exitPlanSteps(plan, timelineOf(state, workspace)).flatMap((step) => {
    const now = state.steps.get(step.id);
    if (now === undefined || now.state === 'skipped') return [];
    const due = dueAt(state, now, deps) ?? step.dueAt;
    return [{ ...step, dueAt: due, doneAt: now.state === 'succeeded' ? now.since : null }];
  });
  return { kind: 'run', name: state.id, mode: plan.mode, holidays: plan.holidays, steps };
}

/** As it was planned when it began; where its last day was over by then, as if it had begun in time. */
function timelineOf({ plan, startedAt }: RunState, { config: { people } }: Workspace): Pick<Timeline, 'steps'> {
  const { last_day: lastDay } = plan.inputs;
  const isOver = typeof lastDay === 'string' && lastDay < dayAt(startedAt, plan.timezone);
  const start = isOver ? shiftDay(lastDay, -BEGIN_DAYS) : null;
  return makeTimeline({ plan, people, now: new Date(startedAt), start, rates: null });
}
