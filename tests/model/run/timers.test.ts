import { describe, expect, it } from 'vitest';
import { describeJump, isDue } from '../../../src/model/run/timers.ts';

const lastAt = '2026-11-26T12:00:00.000Z';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const later = (ms: number) => new Date(Date.parse(lastAt) + ms);

describe('a timer', () => {
  const timer = { dueAt: lastAt, hasFired: false };

  it('is due from its instant on', () => {
    expect(isDue(timer, later(-1))).toBe(false);
    expect(isDue(timer, later(0))).toBe(true);
    expect(isDue(timer, later(40 * 24 * HOUR_MS))).toBe(true);
  });

  it('never comes twice, wherever the clock goes', () => {
    for (const days of [-40, -1, 0, 1, 40])
      expect(isDue({ ...timer, hasFired: true }, later(days * 24 * HOUR_MS))).toBe(false);
  });
});

describe('a clock', () => {
  it.each([
    [-40 * 24 * HOUR_MS, 'back'],
    [-24 * HOUR_MS, 'back'],
    [-5 * MINUTE_MS - 1, 'back'],
    [-5 * MINUTE_MS, 'none'],
    [-1, 'none'],
    [0, 'none'],
    [10 * HOUR_MS, 'none'],
    // A day further: like a laptop that was shut for a day and a night.
    [24 * HOUR_MS, 'none'],
    [36 * HOUR_MS, 'none'],
    [36 * HOUR_MS + 1, 'forward'],
    [40 * 24 * HOUR_MS, 'forward'],
  ])('that stands %d ms after what was written last: %s', (ms, jump) => {
    expect(describeJump(lastAt, later(ms))).toBe(jump);
  });
});
