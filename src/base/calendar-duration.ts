import { KnownError } from './known-error.ts';

/** A span of time by the calendar and the clock; no part is negative. Calendar parts come first, working days next, `exactMs` last. */
export interface CalendarDuration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly workingDays: number;
  /** Hours, minutes and seconds: the same everywhere, whatever the clocks do. */
  readonly exactMs: number;
}

export const CALENDAR_DURATION_EXAMPLES = '90m, 36h, 14d, 5wd (working days), 2w, 3mo or 1d12h';

/** Each unit as part of `CalendarDuration`, what one of it is there, and about how many days it is long. */
const UNITS = {
  y: ['years', 1, 366],
  mo: ['months', 1, 31],
  w: ['weeks', 1, 7],
  d: ['days', 1, 1],
  wd: ['workingDays', 1, 2],
  h: ['exactMs', 3_600_000, 1 / 24],
  min: ['exactMs', 60_000, 1 / 1440],
  m: ['exactMs', 60_000, 1 / 1440],
  s: ['exactMs', 1000, 1 / 86_400],
  ms: ['exactMs', 1, 1 / 86_400_000],
} as const satisfies Readonly<Record<string, readonly [keyof CalendarDuration, number, number]>>;

type Unit = keyof typeof UNITS;

/** Longer ones first, or `3mo` would be three minutes and an `o`. */
const UNIT_PATTERN = 'min|mo|ms|wd|y|w|d|h|m|s';

/** Nothing that people plan takes longer, and a slip of the finger that does is told. */
const LONGEST_DAYS = 100 * 366;

/**
 * `14d`, `24h`, `1d12h`, `2w`, `3mo`, `5wd` (working days), `90m` (minutes) → its parts; undefined when it is no duration. Whole
 * numbers, each unit once, up to a hundred years. `0` needs no unit.
 */
export function parseCalendarDuration(text: string): CalendarDuration | undefined {
  const compact = text.trim().replace(/\s+/g, ' ');
  const whole = { years: 0, months: 0, weeks: 0, days: 0, workingDays: 0, exactMs: 0 };
  if (compact === '0') return whole;
  if (!new RegExp(`^(?:\\d{1,12} ?(?:${UNIT_PATTERN}) ?)+$`).test(compact)) return undefined;
  const seen = new Set<string>();
  let days = 0;
  for (const [, count = '', unit = ''] of compact.matchAll(new RegExp(`(\\d+) ?(${UNIT_PATTERN})`, 'g'))) {
    if (!isUnit(unit)) return undefined;
    const name = unit === 'min' ? 'm' : unit;
    if (seen.has(name)) return undefined;
    seen.add(name);
    const [part, one, inDays] = UNITS[unit];
    whole[part] += Number(count) * one;
    days += Number(count) * inDays;
  }
  return days <= LONGEST_DAYS ? whole : undefined;
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

/**
 * As `parseCalendarDuration`, for what a person wrote.
 * @throws KnownError `duration.cannot-read`
 */
export function readCalendarDuration(text: string): CalendarDuration {
  const duration = parseCalendarDuration(text);
  if (duration !== undefined) return duration;
  throw new KnownError('duration.cannot-read', `"${text}" is no duration.`, {
    hint: `Write whole numbers with their units, up to a hundred years: ${CALENDAR_DURATION_EXAMPLES}. m is minutes, mo is months.`,
    exitCode: 2,
  });
}
