import { easterSunday } from '../../../base/easter.ts';
import { shiftDay, weekdayOf } from '../../../base/working-days.ts';

/** From 1, Monday, to 7, Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How a day is found in a year; a day of the year is written MM-DD. */
export type DayRule =
  | { readonly on: string }
  /** That many days after Easter Sunday. */
  | { readonly easter: number }
  /** The first such weekday on or after a day of the year, and `plus` days more. */
  | { readonly weekday: Weekday; readonly onOrAfter: string; readonly plus?: number }
  /** The last such weekday on or before a day of the year. */
  | { readonly weekday: Weekday; readonly onOrBefore: string };

/** What is done when a holiday falls on a weekend. Nothing, unless its rule names one. */
export type Substitution =
  /** The next Monday to Friday that is no holiday itself is one besides. */
  | 'next-working-day'
  /** Saturday: the Friday before is one besides. Sunday: the Monday after. */
  | 'nearest-weekday'
  /** Sunday: the Saturday before, instead. */
  | 'saturday-instead';

export type HolidayRule = DayRule & {
  /** In a language of the country. */
  readonly name: string;
  /** First and last year; null: since before `HolidayCalendar.from`, and still. */
  readonly from?: number;
  readonly until?: number;
  /** Years in which it was another day, or none. */
  readonly not?: readonly number[];
  readonly substitution?: Substitution;
};

export interface Holiday {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly name: string;
}

/** Where a list of rules comes from. */
export interface HolidaySource {
  /** The law, or the official page. */
  readonly source: string;
  /** YYYY-MM-DD */
  readonly checkedOn: string;
}

/** The `nth` such weekday of a month: 1 to 4. */
export function nth(count: 1 | 2 | 3 | 4, weekday: Weekday, month: number): DayRule {
  const [mm, dd] = [month, 1 + 7 * (count - 1)].map((part) => String(part).padStart(2, '0'));
  return { weekday, onOrAfter: `${mm}-${dd}` };
}

/** One day of one year, and never again. */
export function once(day: string, name: string): HolidayRule {
  const year = Number(day.slice(0, 4));
  return { name, on: day.slice(5), from: year, until: year };
}

/**
 * The days that rules make in a year, in order; with those that stand in for a weekend, also where these fall into the year
 * before or the year after.
 */
export function holidaysByRules(rules: readonly HolidayRule[], year: number): readonly Holiday[] {
  const near = [year - 1, year, year + 1].flatMap((one) => rules.flatMap((rule) => daysOf(rule, one)));
  const days = [...near].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const taken = new Set(days.map(({ day }) => day));
  const all = days.flatMap((one) => substituted(one, taken));
  return all
    .filter(({ day }) => day.startsWith(`${year}-`))
    .map(({ day, name }) => ({ day, name }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

function daysOf(rule: HolidayRule, year: number): readonly (Holiday & { readonly rule: HolidayRule })[] {
  const { name, from = 0, until = 9999, not = [] } = rule;
  if (year < from || year > until || not.includes(year)) return [];
  return [{ day: dayOfRule(rule, year), name, rule }];
}

function dayOfRule(rule: DayRule, year: number): string {
  if ('on' in rule) return `${year}-${rule.on}`;
  if ('easter' in rule) return shiftDay(easterSunday(year), rule.easter);
  if ('onOrBefore' in rule) {
    const last = `${year}-${rule.onOrBefore}`;
    return shiftDay(last, -((weekdayOf(last) - rule.weekday + 7) % 7));
  }
  const first = `${year}-${rule.onOrAfter}`;
  return shiftDay(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + (rule.plus ?? 0));
}

/** `taken` grows by what stands in, so that two holidays of one weekend get two days. */
function substituted(holiday: Holiday & { readonly rule: HolidayRule }, taken: Set<string>): readonly Holiday[] {
  const { day, rule } = holiday;
  const weekday = weekdayOf(day);
  if (weekday < 6 || rule.substitution === undefined) return [holiday];
  if (rule.substitution === 'saturday-instead') {
    return weekday === 7 ? [{ ...holiday, day: shiftDay(day, -1) }] : [holiday];
  }
  const besides = rule.substitution === 'nearest-weekday' ? nearest(day, weekday) : nextWorkingDay(day, taken);
  taken.add(besides);
  return [holiday, { ...holiday, day: besides }];
}

function nearest(day: string, weekday: number): string {
  return shiftDay(day, weekday === 6 ? -1 : 1);
}

function nextWorkingDay(day: string, taken: ReadonlySet<string>): string {
  let at = shiftDay(day, 1);
  while (weekdayOf(at) > 5 || taken.has(at)) at = shiftDay(at, 1);
  return at;
}
