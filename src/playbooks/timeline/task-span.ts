import { shiftInstant } from '../../base/zoned-time.ts';
import { MINUTE_MS } from '../../model/run/open-hours.ts';
import type { Task, Tasks } from './task.ts';

type Around = Pick<Tasks, 'plan' | 'isWorkingDay'>;

/** When a task ends that begins at a moment, or as soon after it as its hours allow. Waits for a date are not meant. */
export function endOf(task: Task, beginMs: number, around: Around): number {
  const begin = task.hours.next(beginMs);
  if (task.takes !== null) return shifted(begin, task, 1, around);
  return task.effortMinutes === null ? begin : task.hours.after(begin, task.effortMinutes);
}

function shifted(ms: number, { takes }: Task, sign: 1 | -1, { plan, isWorkingDay }: Around): number {
  if (takes === null) return ms;
  return Date.parse(shiftInstant(new Date(ms).toISOString(), takes, sign, plan.timezone, isWorkingDay));
}

/** The last minute at which a task can begin, and end by a moment. */
export function latestBegin(task: Task, endMs: number, around: Around): number {
  if (task.takes === null) return task.hours.before(endMs, task.effortMinutes ?? 0);
  const fits = (ms: number) => endOf(task, ms, around) <= endMs;
  const near = task.hours.before(shifted(endMs, task, -1, around), 0);
  // Months and changes of the clocks are not the same there and back.
  return fits(near) && !fits(near + MINUTE_MS) ? near : lastThatFits(fits, near, endMs);
}

const DAY_MS = 86_400_000;

/** By halves: nothing that begins after `endMs` ends by it, and what begins early enough does. */
function lastThatFits(fits: (ms: number) => boolean, nearMs: number, endMs: number): number {
  let [good, bad, step] = [nearMs, Math.floor(endMs / MINUTE_MS) * MINUTE_MS + MINUTE_MS, DAY_MS];
  while (!fits(good)) {
    bad = good;
    good -= step;
    step *= 2;
  }
  while (bad - good > MINUTE_MS) {
    const middle = good + Math.floor((bad - good) / 2 / MINUTE_MS) * MINUTE_MS;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
