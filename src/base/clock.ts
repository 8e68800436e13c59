/** Where the time comes from. Everything that reads it takes a Clock, so a test can hold it still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** UTC, ISO 8601, to the millisecond: `2026-11-23T09:30:00.000Z`. */
export function isoTime(date: Date): string {
  return date.toISOString();
}

/** Fourteen digits, as CDXJ and replay addresses want it: `20261123093000`. */
export function timestamp14(date: Date): string {
  return date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
}
