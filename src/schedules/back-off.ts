import type { RetrySettings } from '../model/schedule/schedule.ts';

/** Nobody means a longer pause by doubling. */
const LONGEST_MS = 86_400_000;

/**
 * When the next attempt at a slot follows one that failed: null when there is none, because there were enough or because the
 * next slot comes first.
 * @param failed attempts at the slot that failed, this one included
 */
export function nextAttempt(
  { maxAttempts, backoffMs }: RetrySettings,
  failed: number,
  now: string,
  nextSlot: string,
): string | null {
  if (failed >= maxAttempts) return null;
  const pauseMs = Math.min(LONGEST_MS, backoffMs * 2 ** Math.min(30, failed - 1));
  const at = new Date(Date.parse(now) + pauseMs).toISOString();
  return at < nextSlot ? at : null;
}

/** The pause before a notice that could not be sent is tried again; null when it is given up, after about three days. */
export function noticePause(attempts: number): number | null {
  if (attempts >= 20) return null;
  return Math.min(6 * 3_600_000, 60_000 * 2 ** Math.min(20, attempts - 1));
}
