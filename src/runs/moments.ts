import { readCalendarDuration } from '../base/calendar-duration.ts';
import { KnownError } from '../base/known-error.ts';
import { dayAt, shiftInstant } from '../base/zoned-time.ts';
import { deadlineAt, type ResolvedDate, remindAt, resolveDate } from '../model/run/dates.ts';
import { workingDaysOf } from '../model/run/holidays/holidays.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { TimerName } from '../model/run/run-event.ts';
import type { RunState, StepState, StepTimer } from '../model/run/run-state.ts';
import { standing } from '../model/run/view-step.ts';
import type { Engine } from './engine.ts';
import { filledText } from './fill-step.ts';
import type { RunDeps } from './run-deps.ts';

type MomentDeps = Pick<RunDeps, 'clock' | 'expressions' | 'namesFor'>;

/** The day that it is for a run. */
export function dayOf({ plan }: RunState, { clock }: Pick<RunDeps, 'clock'>): string {
  return dayAt(clock.now().toISOString(), plan.timezone);
}

/** A moment (UTC ISO 8601) and a duration as playbooks write it. @throws KnownError `duration.cannot-read` */
export function shifted({ plan }: RunState, instant: string, duration: string, sign: 1 | -1): string {
  return shiftInstant(instant, readCalendarDuration(duration), sign, plan.timezone, workingDaysOf(plan.holidays));
}

/**
 * A date as a step writes it.
 * @param from where a duration alone begins, UTC ISO 8601
 * @throws KnownError `date.cannot-read`, `date.unknown-name`, and those of expressions
 */
export function dateOf(state: RunState, step: StepState, text: string, from: string, deps: MomentDeps): ResolvedDate {
  const filled = filledText(state, step, text, deps) ?? text;
  const { inputs } = deps.namesFor(state, step.plan.scope);
  return resolveDate(filled, { inputs, now: new Date(from), ...calendarOf(state) });
}

function calendarOf({ plan }: RunState) {
  return { zone: plan.timezone, holidays: plan.holidays };
}

/** When a step should be done; null where nothing says, or it cannot be worked out yet. */
export function dueAt(state: RunState, step: StepState, deps: MomentDeps): string | null {
  if (step.plan.due === null) return null;
  try {
    return dateOf(state, step, step.plan.due, standing(state, step).since ?? state.startedAt, deps).endsAt;
  } catch (error) {
    if (error instanceof KnownError) return null;
    throw error;
  }
}

/** The timers that a waiting step should have, by name, and when they are due. */
function timersOf(state: RunState, step: StepState, deps: MomentDeps): ReadonlyMap<TimerName, string> {
  const since = standing(state, step).since ?? state.startedAt;
  const timers = new Map<TimerName, string>();
  const waitsUntil = waitEnds(state, step, since, deps);
  if (waitsUntil !== null) timers.set('wait', waitsUntil.startsAt);
  const timeout = filledText(state, step, step.plan.timeout, deps);
  if (timeout !== null) timers.set('timeout', shifted(state, since, timeout, 1));
  for (const [before, at] of reminders(state, step, waitsUntil, deps)) {
    // What should have been said before the step came up is not said at all.
    if (at > since) timers.set(`remind:${before}`, at);
  }
  return timers;
}

/**
 * The timers that a waiting step should have and has not. Each is set once, and again when its time is another one: the step was
 * opened anew, or the playbook amended.
 */
export function timersWanted(
  state: RunState,
  step: StepState,
  { deps, entry }: Pick<Engine, 'deps' | 'entry'>,
): readonly NewEntry[] {
  const has = new Map(step.timers.map(({ timer, dueAt: at }) => [timer, at]));
  return [...timersOf(state, step, deps)]
    .filter(([timer, at]) => has.get(timer) !== at)
    .map(([timer, at]) =>
      entry({ type: 'timer.set', body: { timer, dueAt: at, zone: state.plan.timezone } }, { step: step.plan.id }),
    );
}

/** When what a step of type `wait` waits for will have come, also before a runner has set its timer; null when nothing tells. */
export function waitComesAt(state: RunState, step: StepState, deps: MomentDeps): string | null {
  if (step.plan.type !== 'wait' || standing(state, step).state !== 'waiting') return null;
  try {
    return timersOf(state, step, deps).get('wait') ?? null;
  } catch (error) {
    if (error instanceof KnownError) return null;
    throw error;
  }
}

/** Timers of a step that have not fired and still mean something as the step stands now. */
export function liveTimers(state: RunState, step: StepState, deps: MomentDeps): readonly StepTimer[] {
  const open = step.timers.filter(({ hasFired }) => !hasFired);
  if (open.length === 0) return open;
  if (step.state === 'running') return open.filter(({ timer }) => timer === 'expires');
  if (step.state === 'failed') return open.filter(({ timer }) => timer === 'backoff');
  if (standing(state, step).state !== 'waiting') return [];
  try {
    const wanted: ReadonlyMap<string, string> = timersOf(state, step, deps);
    return open.filter(({ timer, dueAt: at }) => wanted.get(timer) === at);
  } catch (error) {
    if (error instanceof KnownError) return open;
    throw error;
  }
}

/** Whether any step of a run has such a timer. */
export function hasLiveTimer(state: RunState, deps: MomentDeps, isSuch: (timer: StepTimer) => boolean): boolean {
  return [...state.steps.values()].some((step) => liveTimers(state, step, deps).some(isSuch));
}

function waitEnds(state: RunState, step: StepState, since: string, deps: MomentDeps): ResolvedDate | null {
  const { wait } = step.plan;
  const text = wait?.duration ?? wait?.until ?? null;
  return text === null ? null : dateOf(state, step, text, since, deps);
}

/** How long before the date of a step, and when that is. */
function reminders(
  state: RunState,
  step: StepState,
  waitsUntil: ResolvedDate | null,
  deps: MomentDeps,
): readonly (readonly [string, string])[] {
  const { remind } = step.plan;
  if (remind.length === 0) return [];
  const due = dueAt(state, step, deps);
  const date = waitsUntil ?? (due === null ? null : deadlineAt(due, state.plan.timezone));
  if (date === null) return [];
  return remind.map((written) => {
    const before = filledText(state, step, written, deps) ?? written;
    return [before, remindAt(date, before, calendarOf(state))] as const;
  });
}

/** Whether what a step of type `wait` waits for is there. */
export function waitIsOver(state: RunState, step: StepState, { expressions, namesFor }: MomentDeps): boolean {
  const { wait, scope } = step.plan;
  if (wait?.condition != null) return expressions.isTrue(expressions.evaluate(wait.condition, namesFor(state, scope)));
  return step.timers.some(({ timer, hasFired }) => timer === 'wait' && hasFired);
}

/** How long one attempt may take; null: as long as it takes. */
export function timeoutMs(state: RunState, step: StepState, { deps }: Pick<Engine, 'deps'>): number | null {
  const timeout = filledText(state, step, step.plan.timeout, deps);
  if (timeout === null) return null;
  const now = deps.clock.now();
  return Date.parse(shifted(state, now.toISOString(), timeout, 1)) - now.getTime();
}

/** Until when what is released now may be done. */
export function releaseEnds(state: RunState, step: StepState, deps: MomentDeps): string | null {
  const expires = filledText(state, step, step.plan.expires ?? '24h', deps);
  return expires === null ? null : shifted(state, deps.clock.now().toISOString(), expires, 1);
}
