import { sha256 } from '../base/digest.ts';
import type { ScheduleTiming } from '../model/schedule/schedule.ts';
import { nextTime } from './next-times.ts';

/**
 * When a slot of a schedule is due: the slot, and so much later as its names give, always the same for the same slot. It stays
 * before the next slot, however large the jitter is.
 */
export function dueTime(
  timing: ScheduleTiming,
  whose: { readonly schedule: string; readonly channel: string },
  slot: string,
): string {
  if (timing.jitterMs === 0) return slot;
  const untilNext = Date.parse(nextTime(timing, slot)) - Date.parse(slot);
  const span = Math.min(timing.jitterMs, Math.floor(untilNext / 2));
  // 48 bits: a double holds them all.
  const digest = Number.parseInt(sha256(`${whose.schedule}\n${whose.channel}\n${slot}`).slice(7, 19), 16);
  return new Date(Date.parse(slot) + (span === 0 ? 0 : digest % span)).toISOString();
}
