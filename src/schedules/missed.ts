import type { MissedPolicy, ScheduleTiming } from '../model/schedule/schedule.ts';
import { nextTime, timesBetween } from './next-times.ts';

/** So late nothing is missed: timers come each minute, computers wake slowly, and a snapshot before may have taken its time. */
export const LATE_MS = 15 * 60_000;

/** Nobody reads an exact number of thousands that were missed. */
export const MOST_COUNTED = 1_000;

export interface DueDecision {
  /** Whether a snapshot is to be taken now. */
  readonly isTaken: boolean;
  /** Slots that passed and get no snapshot of their own. */
  readonly missed: number;
  /** The slot that comes next once this one is settled. It may lie in the past with `all`. */
  readonly nextSlot: string;
}

/**
 * What to do about a slot that is due, and when the next one is. A clock that was put back fires nothing twice: what comes
 * next is always after the slot, whatever the clock says.
 * @param now UTC ISO 8601
 */
export function decideDue(
  timing: ScheduleTiming,
  policy: MissedPolicy,
  { slotAt, dueAt }: { readonly slotAt: string; readonly dueAt: string },
  now: string,
): DueDecision {
  const after = nextTime(timing, slotAt);
  if (policy === 'all' || after > now) {
    const isTooLate = policy === 'skip' && Date.parse(now) - Date.parse(dueAt) > LATE_MS;
    return { isTaken: !isTooLate, missed: isTooLate ? 1 : 0, nextSlot: after };
  }
  const { count } = timesBetween(timing, slotAt, now, MOST_COUNTED);
  const nextSlot = nextTime(timing, now);
  if (policy === 'once') return { isTaken: true, missed: count, nextSlot };
  // The newest slot that passed may be so fresh that it is on time, though those before it were missed.
  const isFresh = timesBetween(timing, shifted(now, -LATE_MS), now, 0).isMore;
  return { isTaken: isFresh, missed: isFresh ? count : count + 1, nextSlot };
}

function shifted(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
