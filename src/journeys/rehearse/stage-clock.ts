import type { Clock } from '../../base/clock.ts';

/** A clock that somebody turns. */
export interface StageClock extends Clock {
  /** UTC ISO 8601. */
  iso(): string;
  /** Forwards only: what has happened has happened. */
  turnTo(instant: string): void;
}

/** @param begins UTC ISO 8601 */
export function stageClock(begins: string): StageClock {
  let at = Date.parse(begins);
  return {
    now: () => new Date(at),
    iso: () => new Date(at).toISOString(),
    turnTo: (instant) => {
      at = Math.max(at, Date.parse(instant));
    },
  };
}
