import {
  CALENDAR_DURATION_EXAMPLES,
  type CalendarDuration,
  parseCalendarDuration,
} from '../../base/calendar-duration.ts';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import {
  dayAt,
  endedDay,
  endOfDay,
  localToInstant,
  shiftInstant,
  shiftWholeDay,
  startOfDay,
} from '../../base/zoned-time.ts';
import type { JsonObject } from '../playbook/json.ts';
import { type DateText, readDateText } from './date-text.ts';
import { workingDaysOf } from './holidays/holidays.ts';

/** What a date text is read with. */
export interface DateContext {
  /** Of the playbook that the text stands in; those of type `date` may be named. */
  readonly inputs: JsonObject;
  /**
   * Where a duration alone (`14d`) begins: the time at which the step became ready, was released or began. Never the clock of the
   * moment, or the date would run away.
   */
  readonly now: Date;
  /** IANA name. */
  readonly zone: string;
  /** Whose holidays are no working days, `DE-BY`; null: Monday to Friday alone. */
  readonly holidays: string | null;
}

/** A moment, or a whole day in the zone of its context. */
export interface ResolvedDate {
  readonly isWholeDay: boolean;
  /** When what waits for it goes on, UTC ISO 8601: the moment, or 00:00 of the day. */
  readonly startsAt: string;
  /** After it what is due is overdue: the moment, or 24:00 of the day. */
  readonly endsAt: string;
  /** The day in that zone, YYYY-MM-DD. */
  readonly day: string;
}

/**
 * A deadline of which only the instant is left: midnight in the zone is the end of the whole day before it.
 * @param instant UTC ISO 8601
 */
export function deadlineAt(instant: string, zone: string): ResolvedDate {
  const day = endedDay(instant, zone);
  if (day !== undefined) return { isWholeDay: true, startsAt: startOfDay(day, zone), endsAt: instant, day };
  return { isWholeDay: false, startsAt: instant, endsAt: instant, day: dayAt(instant, zone) };
}

type At = { readonly day: string } | { readonly instant: string };

/**
 * What a playbook writes for `due`, `until`, `duration`, `timeout` and `expires`, its `${{ }}` filled in: `last_day - 31d`,
 * `last_day - 5wd`, `2026-12-24`, `2026-12-24T09:00` in the zone of the context, `2026-12-24T09:00+01:00`, `14d`. A day that
 * days are added to stays a whole day; hours are added to its beginning and make a moment of it.
 * @throws KnownError `date.cannot-read`, `date.unknown-name`, `holidays.unknown`, `holidays.unknown-year`
 */
export function resolveDate(text: string, context: DateContext): ResolvedDate {
  const read = readDateText(text);
  const at = read.shifts.reduce<At>(
    (from, { sign, duration }) => shifted(from, duration, sign, context),
    baseOf(read, context),
  );
  const { zone } = context;
  if ('instant' in at) {
    const { instant } = at;
    return { isWholeDay: false, startsAt: instant, endsAt: instant, day: dayAt(instant, zone) };
  }
  const { day } = at;
  return { isWholeDay: true, startsAt: startOfDay(day, zone), endsAt: endOfDay(day, zone), day };
}

function baseOf({ base, text }: DateText, { inputs, now, zone }: DateContext): At {
  switch (base.kind) {
    case 'now':
      return { instant: now.toISOString() };
    case 'day':
      return { day: base.day };
    case 'local':
      return { instant: localToInstant(base.local, zone) };
    case 'instant':
      return { instant: base.instant };
    case 'name':
      return inputDate(base.name, text, inputs, zone);
  }
}

function inputDate(name: string, text: string, inputs: JsonObject, zone: string): At {
  const names = Object.keys(inputs);
  if (!Object.hasOwn(inputs, name)) {
    throw new KnownError('date.unknown-name', `"${text}" names "${name}", which is no input of its playbook.`, {
      hint: nameHint(name, names),
      exitCode: 2,
    });
  }
  const value = inputs[name];
  const { base, shifts } = typeof value === 'string' ? readOrNothing(value) : nothing;
  if (shifts.length === 0 && base?.kind === 'day') return { day: base.day };
  if (shifts.length === 0 && base?.kind === 'local') return { instant: localToInstant(base.local, zone) };
  if (shifts.length === 0 && base?.kind === 'instant') return { instant: base.instant };
  const says = value === null || value === undefined ? 'has no value' : `is ${JSON.stringify(value)}, which is no date`;
  throw new KnownError('date.cannot-read', `"${text}" cannot be worked out: the input ${name} ${says}.`, {
    hint: 'Give it a day such as 2026-12-24, or a moment such as 2026-12-24T09:00.',
    exitCode: 2,
  });
}

function nameHint(name: string, names: readonly string[]): string {
  if (names.length === 0) return 'This playbook has no inputs; write a day, such as 2026-12-24.';
  const near = closestMatch(name, names);
  return `${near === undefined ? '' : `Did you mean ${near}? `}Its inputs are ${names.join(', ')}.`;
}

const nothing = { base: null, shifts: [] } as const;

function readOrNothing(value: string): DateText | typeof nothing {
  try {
    return readDateText(value);
  } catch (error) {
    if (error instanceof KnownError) return nothing;
    throw error;
  }
}

function shifted(from: At, duration: CalendarDuration, sign: 1 | -1, { zone, holidays }: DateContext): At {
  const isWorkingDay = workingDaysOf(holidays);
  if ('day' in from && duration.exactMs === 0) return { day: shiftWholeDay(from.day, duration, sign, isWorkingDay) };
  const instant = 'day' in from ? startOfDay(from.day, zone) : from.instant;
  return { instant: shiftInstant(instant, duration, sign, zone, isWorkingDay) };
}

/** When people look at what they were sent; nobody is reminded at midnight of what is due in a week. */
const MORNING = '09:00';

/**
 * When to remind somebody of a date, `7d` or `36h` before it, UTC ISO 8601. Days before a whole day: at 09:00 of that morning.
 * Hours before a whole day count from its end. `before` comes from `remind` of a step, filled in.
 * @throws KnownError `date.cannot-read`
 */
export function remindAt(
  date: ResolvedDate,
  before: string,
  { zone, holidays }: Pick<DateContext, 'zone' | 'holidays'>,
): string {
  const duration = parseCalendarDuration(before);
  if (duration === undefined) {
    throw new KnownError('date.cannot-read', `"${before}" does not say how long before a date.`, {
      hint: `Write a duration: ${CALENDAR_DURATION_EXAMPLES}.`,
      exitCode: 2,
    });
  }
  const isWorkingDay = workingDaysOf(holidays);
  if (!date.isWholeDay || duration.exactMs !== 0) return shiftInstant(date.endsAt, duration, -1, zone, isWorkingDay);
  return localToInstant(`${shiftWholeDay(date.day, duration, -1, isWorkingDay)}T${MORNING}`, zone);
}
