import { dayAt, localToInstant } from '../../base/zoned-time.ts';
import { MINUTE_MS, OPENS_AT } from './open-hours.ts';

/**
 * When a plan or a rehearsal begins: to the minute, for nobody plans in seconds; on a day that is named, when people come to work.
 * @param start `YYYY-MM-DD`, or null for now
 * @returns milliseconds
 */
export function beginOf(now: Date, start: string | null, zone: string): number {
  const nowMs = Math.ceil(now.getTime() / MINUTE_MS) * MINUTE_MS;
  if (start === null) return nowMs;
  const morning = Date.parse(localToInstant(`${start}T${OPENS_AT}`, zone));
  return dayAt(now.toISOString(), zone) === start ? Math.max(morning, nowMs) : morning;
}
