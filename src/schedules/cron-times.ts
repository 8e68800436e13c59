import { Cron } from 'croner';
import { KnownError } from '../base/known-error.ts';
import { localOrAfterGap, localTimeAt } from '../base/zoned-time.ts';

const MINUTE_MS = 60_000;

/** Reading a pattern takes longer than asking it, and a workspace may have the same one a hundred thousand times. */
const read = new Map<string, Cron>();
const never = new Map<string, boolean>();
const MOST_READ = 5_000;

function cronOf(pattern: string, timezone: string): Cron {
  const key = `${timezone} ${pattern}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  // Sunday or 13th where both are given, as every cron of a Unix has it.
  const cron = new Cron(pattern, { timezone, mode: '5-part', paused: true });
  if (read.size >= MOST_READ) read.clear();
  read.set(key, cron);
  return cron;
}

/** What is wrong with a cron pattern, as a phrase that goes on from `it must be`; undefined when it is sound. */
export function cronMistake(pattern: string): string | undefined {
  const form = 'five fields like "0 3 * * *" (minute, hour, day, month, weekday)';
  const fields = pattern.trim().split(/\s+/);
  if (!pattern.trim().startsWith('@') && fields.length !== 5) return `${form}; these are ${fields.length}`;
  if (pattern.trim().toLowerCase() === '@reboot') return `${form}; nothing is known of when a computer starts`;
  try {
    cronOf(pattern, 'UTC');
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : '';
    return `${form}; ${why.charAt(0).toLowerCase()}${why.slice(1)}`.replace(/\.$/, '');
  }
}

/** True for a pattern of days that no calendar has, such as 30 February. The pattern has to be sound. */
export function neverFires(pattern: string): boolean {
  const known = never.get(pattern);
  if (known !== undefined) return known;
  const isNever = cronOf(pattern, 'UTC').nextRun(new Date('2000-01-01T00:00:00Z')) === null;
  if (never.size >= MOST_READ) never.clear();
  never.set(pattern, isNever);
  return isNever;
}

/**
 * The first time after an instant. A pattern for each hour (`0 * * * *`, `*\/15 * * * *`) goes by real hours, whatever the
 * clocks do. Any other one goes by what the clocks show: a time that they skip is the first moment after the gap, and one
 * that they show twice is the first of the two; times that fall together are one.
 * @throws KnownError `schedule.never-fires`
 */
export function nextCronTime(pattern: string, zone: string, after: string): string {
  const found = isHourly(pattern) ? nextByHours(pattern, zone, after) : nextByClocks(pattern, zone, after);
  if (found !== undefined) return found;
  throw new KnownError('schedule.never-fires', `"${pattern}" is never: no calendar has such a day.`, {
    hint: 'Check day and month; the last day of each month is L, as in "0 3 L * *".',
    exitCode: 2,
  });
}

function isHourly(pattern: string): boolean {
  const trimmed = pattern.trim();
  return trimmed.toLowerCase() === '@hourly' || (trimmed.split(/\s+/)[1] ?? '').startsWith('*');
}

function nextByHours(pattern: string, zone: string, after: string): string | undefined {
  return cronOf(pattern, zone).nextRun(new Date(after))?.toISOString();
}

/** The pattern is asked in a zone whose clocks are never set, and what it says is read as what ours show. */
function nextByClocks(pattern: string, zone: string, after: string): string | undefined {
  const cron = cronOf(pattern, 'UTC');
  let wall = new Date(Date.parse(`${localTimeAt(after, zone)}:00Z`) - MINUTE_MS);
  for (;;) {
    const next = cron.nextRun(wall);
    if (next === null) return undefined;
    const instant = localOrAfterGap(next.toISOString().slice(0, 19), zone);
    if (instant > after) return instant;
    wall = next;
  }
}
