import { readCalendarDuration } from '../../base/calendar-duration.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import { handDoneAt } from '../../model/run/rehearsal/hand-done-at.ts';
import { after, afterWork, nextWorkingMoment } from '../../model/run/rehearsal/working-time.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { workMinutes } from '../../model/run/work-minutes.ts';
import { filledText } from '../../runs/fill-step.ts';
import { dueAt } from '../../runs/moments.ts';
import type { Errand } from './errands.ts';
import type { Stage } from './stage.ts';

/** Of work of which the playbook says nothing. */
const USUAL_MINUTES = 60;
const PRESS_MINUTES = 15;
const NEXT_ONE_MINUTES = 30;
const EMERGENCY_MS = 86_400_000;

/** When somebody would go on an errand that has just come up, UTC ISO 8601. */
export function plannedAt(errand: Errand, state: RunState, step: StepState, stage: Stage): string {
  const at = inWorkingTime(errand, state, step, stage);
  return (isWork(errand) ? atNight(at, state, step, stage) : null) ?? at;
}

function isWork({ kind }: Errand): boolean {
  return kind === 'do' || kind === 'release' || kind === 'approve';
}

/** What is due within a day is an emergency: nobody goes home before it is done, if it can be done in time at all. */
function atNight(at: string, state: RunState, step: StepState, stage: Stage): string | null {
  const now = stage.clock.iso();
  const due = dueAt(state, step, stage.deps);
  if (due === null || at <= due || Date.parse(due) - Date.parse(now) > EMERGENCY_MS) return null;
  const done = new Date(Date.parse(now) + (effortOf(state, step, stage) ?? PRESS_MINUTES) * 60_000).toISOString();
  return done <= due ? done : null;
}

function inWorkingTime({ kind }: Errand, state: RunState, step: StepState, stage: Stage): string {
  const { calendar, clock } = stage;
  const now = clock.iso();
  const nextDay = (): string => nextWorkingMoment(after(now, '1wd', calendar), calendar);
  switch (kind) {
    case 'do':
      return handDoneAt(workOf(state, step, stage), calendar);
    case 'release':
      return handDoneAt({ ...workOf(state, step, stage), effortMinutes: PRESS_MINUTES, takes: null }, calendar);
    case 'report':
      return afterWork(now, effortOf(state, step, stage) ?? PRESS_MINUTES, calendar);
    case 'let-go':
      return afterWork(now, PRESS_MINUTES, calendar);
    case 'approve':
      return step.approvals.some(({ isVoid }) => !isVoid) ? afterWork(now, NEXT_ONE_MINUTES, calendar) : nextDay();
    case 'agree':
    case 'undo':
      return afterWork(now, USUAL_MINUTES, calendar);
    case 'doubt':
    case 'reopen':
      return nextDay();
  }
}

function workOf(state: RunState, step: StepState, stage: Stage) {
  return {
    from: stage.clock.iso(),
    effortMinutes: effortOf(state, step, stage) ?? USUAL_MINUTES,
    takes: durationOf(state, step, step.plan.takes, stage),
    dueAt: dueAt(state, step, stage.deps),
    isOnItsDay: step.plan.type === 'publish',
  };
}

function effortOf(state: RunState, step: StepState, stage: Stage): number | null {
  const effort = durationOf(state, step, step.plan.effort, stage);
  return effort === null ? null : workMinutes(readCalendarDuration(effort));
}

function durationOf(
  state: RunState,
  step: StepState,
  text: JsonValue | undefined,
  { deps, clock, calendar }: Stage,
): string | null {
  if (typeof text !== 'string') return null;
  try {
    const filled = filledText(state, step, text, deps);
    if (filled !== null) after(clock.iso(), filled, calendar);
    return filled;
  } catch (error) {
    // What cannot be worked out is no plan; the run itself does not need it.
    if (error instanceof KnownError) return null;
    throw error;
  }
}
