import { localToInstant } from '../base/zoned-time.ts';
import type { ScheduleTiming } from '../model/schedule/schedule.ts';
import { nextCronTime } from './cron-times.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * The first time after an instant (UTC ISO 8601), without its jitter. Within the span of a denser rule the rule alone counts;
 * its times are counted back from the end of the exit's last day, so that the last of them is that end.
 * @throws KnownError `schedule.never-fires`
 */
export function nextTime(timing: ScheduleTiming, after: string): string {
  const windows = windowsOf(timing);
  const [first] = windows;
  const end = timing.lastDayEnd;
  if (first === undefined || end === null || after >= end) return usualTime(timing, after);
  const usual = usualTime(timing, after);
  const before = usual < iso(first.startMs) ? [usual] : [];
  const inside = windows.flatMap((window) => gridTime(window, Date.parse(end), Date.parse(after)));
  const [earliest] = [...before, ...inside.map(iso)].sort();
  return earliest ?? usualTime(timing, end);
}

/** The next times, in order. */
export function nextTimes(timing: ScheduleTiming, after: string, count: number): readonly string[] {
  const times: string[] = [];
  for (let at = after; times.length < count; ) {
    at = nextTime(timing, at);
    times.push(at);
  }
  return times;
}

/**
 * How many times lie after `from` up to and with `until`, and the last of them; counted up to `most`.
 * @returns the count, and whether there are more
 */
export function timesBetween(
  timing: ScheduleTiming,
  from: string,
  until: string,
  most: number,
): { readonly count: number; readonly isMore: boolean } {
  let count = 0;
  for (let at = nextTime(timing, from); at <= until; at = nextTime(timing, at)) {
    if (count === most) return { count, isMore: true };
    count += 1;
  }
  return { count, isMore: false };
}

/** Real hours from a midnight long ago in the schedule's zone: the same for everybody who asks, and an hour is an hour. */
function usualTime({ cron, everyMs, timezone }: ScheduleTiming, after: string): string {
  if (cron !== null) return nextCronTime(cron, timezone, after);
  const every = everyMs ?? 0;
  if (every <= 0) throw new TypeError('A schedule has a cron or an interval.');
  const anchor = Date.parse(localToInstant('2000-01-01T00:00:00', timezone));
  return iso(anchor + (Math.floor((Date.parse(after) - anchor) / every) + 1) * every);
}

interface Window {
  readonly startMs: number;
  readonly stopMs: number;
  readonly everyMs: number;
}

function windowsOf({ denser, lastDayEnd }: ScheduleTiming): readonly Window[] {
  if (lastDayEnd === null) return [];
  const end = Date.parse(lastDayEnd);
  const rules = denser.toSorted((a, b) => b.fromMs - a.fromMs);
  return rules.map(({ fromMs, everyMs }, at) => ({
    startMs: end - fromMs,
    stopMs: end - (rules[at + 1]?.fromMs ?? 0),
    everyMs,
  }));
}

/** The first point of a rule's grid after an instant, within its window. */
function gridTime({ startMs, stopMs, everyMs }: Window, endMs: number, afterMs: number): readonly number[] {
  const from = Math.max(startMs, afterMs + 1);
  const point = endMs - Math.floor((endMs - from) / everyMs) * everyMs;
  return point <= stopMs && point > afterMs ? [point] : [];
}
