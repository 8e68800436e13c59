import { KnownError } from '../../base/known-error.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { Timeline, TimelineStep } from '../../model/playbook/timeline.ts';
import { ancestorsOf } from '../../model/run/ancestors.ts';
import { beginOf } from '../../model/run/begin-of.ts';
import type { Person } from '../../model/run/people.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import { criticalPath } from './critical-path.ts';
import { dateInputOf, dateInputs, earliestDay } from './earliest-day.ts';
import { planRemarks } from './remarks/plan-remarks.ts';
import { effortByRole, type Rates, workersOf } from './role-effort.ts';
import { schedule } from './schedule.ts';
import { channelsOfSteps } from './step-channels.ts';
import { makeTasks } from './task.ts';
import { isoOf, timelineStep } from './timeline-step.ts';

export interface TimelineRequest {
  readonly plan: RunPlan;
  /** null when nobody knows them: then nobody is said to be missing. */
  readonly people: readonly Person[] | null;
  readonly now: Date;
  /** The day on which it begins, in the morning; null: now. */
  readonly start: string | null;
  readonly rates: Rates | null;
}

/**
 * What a run would be, day by day. Whole days are told by `isWholeDay`; their moments lie within the first and the last of them.
 * @throws KnownError `plan.past`, `holidays.unknown`, `holidays.unknown-year`
 */
export function makeTimeline(request: TimelineRequest): Timeline {
  const { plan, people, now, rates } = request;
  const { timezone: zone } = plan;
  const startsMs = beginOf(now, request.start, zone);
  refusePast(plan, startsMs);
  const scheduled = schedule(makeTasks(plan), startsMs);
  const { tasks } = scheduled;
  const path = criticalPath(scheduled);
  const around = { plan: scheduled, channels: channelsOfSteps(tasks), critical: new Set(path), people };
  const placed = [...scheduled.placed.values()];
  const steps = placed
    .filter(({ task }) => task.kind !== 'uses')
    .map((one) => timelineStep(one, around))
    .sort((a, b) => (a.startsAt === b.startsAt ? 0 : a.startsAt < b.startsAt ? -1 : 1));
  const isLate = placed.some(({ lateMs }) => lateMs > 0);
  const input = isLate ? dateInputOf(plan) : null;
  const earliest = input === null ? null : earliestDay(plan, input, startsMs, input.day);
  const approvals = new Map(plan.steps.map(({ id, approval }) => [id, approval]));
  const workers = (step: TimelineStep) => workersOf(step, approvals.get(step.id) ?? null);
  const having = (role: string) => (people ?? []).filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  return {
    playbook: plan.playbook,
    version: plan.version,
    title: plan.title,
    mode: plan.mode,
    timezone: zone,
    holidays: plan.holidays,
    inputs: plan.inputs,
    madeAt: now.toISOString(),
    startsAt: isoOf(startsMs),
    endsAt: isoOf(Math.max(startsMs, ...placed.map(({ endsMs }) => endsMs))),
    steps,
    skipped: tasks.skipped,
    ...stopping(steps, plan),
    criticalPath: path,
    effort: effortByRole(steps, workers, having, rates),
    currency: rates?.currency ?? null,
    remarks: planRemarks({ steps, scheduled, people, workers, earliest, input }),
    earliest: earliest === null || input === null ? null : { input: input.input, day: earliest },
  };
}

/** @throws KnownError `plan.past` */
function refusePast(plan: RunPlan, startsMs: number): void {
  const today = dayAt(isoOf(startsMs), plan.timezone);
  if (dateInputs(plan).every(({ day }) => day >= today)) return;
  const input = dateInputOf(plan);
  if (input === null || input.day >= today) return;
  const first = earliestDay(plan, input, startsMs, today);
  const works = first === null ? 'Choose a later day.' : `The first day that works: --input ${input.input}=${first}`;
  throw new KnownError('plan.past', `The input "${input.input}" is ${input.day}, and the plan begins on ${today}.`, {
    hint: works,
    exitCode: 2,
  });
}

function stopping(
  steps: readonly TimelineStep[],
  plan: RunPlan,
): Pick<Timeline, 'pointOfNoReturn' | 'lastMomentToStop'> {
  const point = steps.find(({ isIrreversible }) => isIrreversible);
  if (point === undefined) return { pointOfNoReturn: null, lastMomentToStop: null };
  const before = new Set(ancestorsOf(plan, point.id).map(({ id }) => id));
  const approval = steps.filter(({ id, kind }) => kind === 'approval' && before.has(id)).at(-1);
  const pointOfNoReturn = { step: point.id, at: point.startsAt };
  const lastMomentToStop = approval === undefined ? pointOfNoReturn : { step: approval.id, at: approval.endsAt };
  return { pointOfNoReturn, lastMomentToStop };
}
