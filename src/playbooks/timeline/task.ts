import { type CalendarDuration, parseCalendarDuration } from '../../base/calendar-duration.ts';
import { KnownError } from '../../base/known-error.ts';
import { resolveDate } from '../../model/run/dates.ts';
import { workingDaysOf } from '../../model/run/holidays/holidays.ts';
import { type OpenHours, openHours, roundTheClock, type ZoneDays, zoneDays } from '../../model/run/open-hours.ts';
import type { PlannedStep, RunPlan } from '../../model/run/run-plan.ts';
import { workMinutes } from '../../model/run/work-minutes.ts';
import type { StepKind } from '../draw/step-graph.ts';
import { kindOf } from '../draw/step-kind.ts';
import { type TimelineNames, timelineNames } from './timeline-names.ts';

/** A date in milliseconds: when it begins, and after what it is over. */
export interface TaskDate {
  readonly startsMs: number;
  readonly endsMs: number;
  readonly isWholeDay: boolean;
}

/** One step that a plan reckons with. Needs are whole ids of other tasks; skipped steps are none, what they need stands in their place. */
export interface Task {
  readonly step: PlannedStep;
  readonly kind: StepKind;
  readonly needs: readonly string[];
  readonly hours: OpenHours;
  /** A person's work; null where the playbook does not say, and for machines. */
  readonly effortMinutes: number | null;
  readonly takes: CalendarDuration | null;
  /** Known before anything is placed: reckoned from inputs and days alone. */
  readonly due: TaskDate | null;
  /** The same of a wait. */
  readonly until: TaskDate | null;
  /** Steps from whose end `due` or the wait is reckoned. */
  readonly dueFrom: readonly string[];
  readonly untilFrom: readonly string[];
}

export interface Tasks {
  readonly plan: RunPlan;
  readonly names: TimelineNames;
  readonly days: ZoneDays;
  readonly isWorkingDay: (day: string) => boolean;
  /** In an order in which each follows what it needs. */
  readonly all: readonly Task[];
  readonly byId: ReadonlyMap<string, Task>;
  readonly skipped: readonly { readonly id: string; readonly because: string }[];
  /** Steps of which something depends on what only the run brings, and the text that does. */
  readonly assumed: readonly { readonly id: string; readonly text: string }[];
}

/**
 * The steps of a plan with all that is known of them before they are placed in time.
 * @throws KnownError `holidays.unknown`, `holidays.unknown-year`
 */
export function makeTasks(plan: RunPlan): Tasks {
  const names = timelineNames(plan);
  const days = zoneDays(plan.timezone);
  const isWorkingDay = workingDaysOf(plan.holidays);
  const hours = { working: openHours(days, isWorkingDay), everyDay: openHours(days, () => true) };
  const skipped: { id: string; because: string }[] = [];
  const assumed: { id: string; text: string }[] = [];
  const standIns = new Map<string, readonly string[]>();
  const byId = new Map<string, Task>();
  const known = new Map<string, TaskDate | null>();
  for (const step of plan.steps) {
    const needs = [...new Set(step.needs.flatMap((need) => standIns.get(need) ?? [need]))];
    const shut = shutCondition(step, names, assumed);
    names.settle(step, shut === null ? 'succeeded' : 'skipped', null);
    if (shut !== null) {
      standIns.set(step.id, needs);
      if (step.type !== 'uses') skipped.push({ id: step.id, because: shut });
      continue;
    }
    const task = taskOf(step, needs, { plan, names, known });
    byId.set(step.id, { ...task, hours: hoursOf(task, byId, hours) });
  }
  return { plan, names, days, isWorkingDay, all: [...byId.values()], byId, skipped, assumed };
}

function shutCondition(
  { id, conditions }: PlannedStep,
  names: TimelineNames,
  assumed: { id: string; text: string }[],
): string | null {
  for (const { scope, expression } of conditions) {
    const isTrue = names.isTrue(scope, expression);
    if (isTrue === false) return expression;
    if (isTrue === undefined) assumed.push({ id, text: expression });
  }
  return null;
}

interface Around extends Pick<Tasks, 'plan' | 'names'> {
  /** Dates that were worked out already, by scope and text: many steps have the same one. */
  readonly known?: Map<string, TaskDate | null>;
}

function taskOf(step: PlannedStep, needs: readonly string[], around: Around): Omit<Task, 'hours'> {
  const { names } = around;
  const kind = kindOf(step.type);
  const isByPeople = kind === 'hand' || kind === 'approval';
  const untilText = step.wait?.until ?? null;
  const durationIn = (text: string | null | undefined) =>
    text == null ? null : (parseCalendarDuration(names.fill(step.scope, text) ?? '') ?? null);
  const effort = isByPeople ? durationIn(step.effort) : null;
  return {
    step,
    kind,
    needs,
    effortMinutes: effort === null ? null : workMinutes(effort),
    takes: kind === 'wait' ? null : durationIn(step.takes),
    due: fixedDate(step, step.due, around),
    until: fixedDate(step, untilText, around),
    dueFrom: step.due === null ? [] : names.stepsIn(step.scope, step.due),
    untilFrom: step.wait === null ? [] : names.stepsIn(step.scope, untilText ?? step.wait.duration ?? ''),
  };
}

function fixedDate(step: PlannedStep, text: string | null, around: Around): TaskDate | null {
  if (text === null || around.names.stepsIn(step.scope, text).length > 0) return null;
  const filled = around.names.fill(step.scope, text);
  if (filled === undefined || isDuration(filled)) return null;
  const key = `${step.scope}\n${filled}`;
  const date = around.known?.get(key) ?? dateOf(step, filled, 0, around);
  around.known?.set(key, date);
  return date;
}

function isDuration(text: string): boolean {
  return parseCalendarDuration(text) !== undefined;
}

/**
 * A date of a step that becomes ready at a moment, filled in. null where an input that it is reckoned from has no value: a run
 * takes that for no date as well.
 */
function dateOf(step: PlannedStep, filled: string, readyMs: number, { plan, names }: Around): TaskDate | null {
  const { timezone: zone, holidays } = plan;
  const context = { inputs: names.inputsOf(step.scope), now: new Date(readyMs), zone, holidays };
  try {
    const { startsAt, endsAt, isWholeDay } = resolveDate(filled, context);
    return { startsMs: Date.parse(startsAt), endsMs: Date.parse(endsAt), isWholeDay };
  } catch (error) {
    if (error instanceof KnownError && error.code.startsWith('date.')) return null;
    throw error;
  }
}

/** As a run reckons it when the step becomes ready; null where nobody knows what it comes to. */
export function dateWhenReady(step: PlannedStep, text: string, readyMs: number, around: Around): TaskDate | null {
  const filled = around.names.fill(step.scope, text);
  return filled === undefined ? null : dateOf(step, filled, readyMs, around);
}

/**
 * People work in working hours. What goes out to the public, and what cannot be undone, happens on the day that the playbook
 * names, be it a Sunday, and at its hour where it names one.
 */
function hoursOf(
  { step, kind, needs, due }: Omit<Task, 'hours'>,
  before: ReadonlyMap<string, Task>,
  hours: { readonly working: OpenHours; readonly everyDay: OpenHours },
): OpenHours {
  if (kind !== 'hand' && kind !== 'approval') return roundTheClock;
  if (step.type !== 'publish' && !step.irreversible) return hours.working;
  const dates = [due, ...needs.map((need) => before.get(need)?.until ?? null)].filter((one) => one !== null);
  if (dates.length === 0) return hours.working;
  return dates.some(({ isWholeDay }) => !isWholeDay) ? roundTheClock : hours.everyDay;
}
