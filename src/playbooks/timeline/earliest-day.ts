import { parseMoment } from '../../base/moment.ts';
import { shiftDay } from '../../base/working-days.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import { schedule } from './schedule.ts';
import { makeTasks } from './task.ts';

/** An input from which the dates of a plan are reckoned, `last_day` mostly, and the day that it has now. */
export interface DateInput {
  readonly input: string;
  readonly day: string;
}

/** The input of the run that moves most dates of its plan; null where no date depends on one. */
export function dateInputOf(plan: RunPlan): DateInput | null {
  const before = fixedDates(plan);
  const moved = dateInputs(plan).map((one) => {
    const after = fixedDates(withDay(plan, one.input, shiftDay(one.day, 1)));
    return { one, count: [...after].filter(([id, ms]) => before.get(id) !== ms).length };
  });
  const best = moved.reduce<{ one: DateInput; count: number } | null>(
    (max, next) => (next.count > (max?.count ?? 0) ? next : max),
    null,
  );
  return best?.one ?? null;
}

/** Inputs that are a date, whatever their type is called. */
export function dateInputs({ inputs }: RunPlan): readonly DateInput[] {
  return Object.entries(inputs).flatMap(([input, value]) =>
    typeof value === 'string' && parseMoment(value, 'start') !== undefined ? [{ input, day: value.slice(0, 10) }] : [],
  );
}

function fixedDates(plan: RunPlan): ReadonlyMap<string, number> {
  const dates = makeTasks(plan).all.map(({ step, due, until }) => [step.id, (due ?? until)?.startsMs] as const);
  return new Map(dates.filter((date): date is [string, number] => date[1] !== undefined));
}

/** The same plan with another day; an hour that was given with it stays. */
function withDay(plan: RunPlan, input: string, day: string): RunPlan {
  const value = plan.inputs[input];
  const inputs = { ...plan.inputs, [input]: `${day}${typeof value === 'string' ? value.trim().slice(10) : ''}` };
  const outer = plan.scopes[''];
  return { ...plan, inputs, scopes: outer === undefined ? plan.scopes : { ...plan.scopes, '': { ...outer, inputs } } };
}

/** Later than that in doublings from the first day: nobody plans an exit for in three years. */
const DOUBLINGS = 10;
/** Weekends and holidays make a day fit that lies before one that does not. */
const DAYS_BACK = 7;

/**
 * The first day from `from` on with which nothing is late; null where none is found within three years. A later day is taken to
 * fit where an earlier one does, but for a week before the day that is found.
 */
export function earliestDay(plan: RunPlan, { input }: DateInput, startsMs: number, from: string): string | null {
  const fits = (day: string): boolean => {
    const { placed } = schedule(makeTasks(withDay(plan, input, day)), startsMs);
    return [...placed.values()].every(({ lateMs }) => lateMs === 0);
  };
  if (fits(from)) return from;
  const reach = Array.from({ length: DOUBLINGS + 1 }, (_, at) => 2 ** at).find((days) => fits(shiftDay(from, days)));
  if (reach === undefined) return null;
  let [bad, good] = [Math.floor(reach / 2), reach];
  while (good - bad > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(shiftDay(from, middle))) good = middle;
    else bad = middle;
  }
  const before = Array.from({ length: Math.min(DAYS_BACK, good) }, (_, at) => good - Math.min(DAYS_BACK, good) + at);
  return shiftDay(from, before.find((days) => days > 0 && fits(shiftDay(from, days))) ?? good);
}
