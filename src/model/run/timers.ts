import type { StepTimer } from './run-state.ts';

/** Whether a timer's time has come. One that has fired never comes again, whatever a clock says afterwards. */
export function isDue({ dueAt, hasFired }: Pick<StepTimer, 'dueAt' | 'hasFired'>, now: Date): boolean {
  return !hasFired && Date.parse(dueAt) <= now.getTime();
}

/** A clock that is corrected over the network moves by seconds, and one that two machines share by a minute or two at worst. */
export const CLOCK_BACK_LIMIT_MS = 5 * 60_000;

/** A laptop that was shut on a Friday evening and opened on Saturday is nothing strange; one that was not asked for a weekend is. */
export const CLOCK_FORWARD_LIMIT_MS = 36 * 3_600_000;

/**
 * Whether the clock stands elsewhere than it should, as far as two times tell: `lastAt` (UTC ISO 8601) is the newest time that
 * something was written, or that this process looked.
 *
 * `back`: by more than five minutes. Nothing was written in the future, so the clock was wrong then or is now. Less than that is
 * a clock being set right, or a second machine.
 *
 * `forward`: by more than 36 hours. A clock that was set to next month and a laptop that was shut until next month look the same
 * from here, so that both are told: what cannot be brought back is asked about again, and everything else just goes on. A night, or a
 * day with both its nights, stays below the limit: it would be asked about every morning, and people learn to say yes.
 */
export function describeJump(lastAt: string, now: Date): 'none' | 'back' | 'forward' {
  const passedMs = now.getTime() - Date.parse(lastAt);
  if (passedMs < -CLOCK_BACK_LIMIT_MS) return 'back';
  return passedMs > CLOCK_FORWARD_LIMIT_MS ? 'forward' : 'none';
}
