import { describe, expect, it } from 'vitest';
import { calendarDayIn, deadlineIn, zonedMomentIn } from '../../src/base/zoned-format.ts';

describe('a moment for people', () => {
  it.each([
    ['de', '2026-12-04T08:00:00.000Z', 'Europe/Berlin', 'Fr., 4. Dezember 2026, 09:00 Uhr (Berlin)'],
    ['en', '2026-12-04T08:00:00.000Z', 'Europe/Berlin', 'Fri, 4 December 2026, 09:00 (Berlin)'],
    ['de', '2026-07-01T22:05:00.000Z', 'America/New_York', 'Mi., 1. Juli 2026, 18:05 Uhr (New York)'],
    ['en', '2026-12-31T23:00:00.000Z', 'Europe/Berlin', 'Fri, 1 January 2027, 00:00 (Berlin)'],
    ['en', '2026-12-04T08:00:00.000Z', 'UTC', 'Fri, 4 December 2026, 08:00 (UTC)'],
  ] as const)('is written in %s: %s in %s', (language, instant, zone, says) => {
    expect(zonedMomentIn(language, instant, zone)).toBe(says);
  });

  it('says which one of two equal times is meant', () => {
    expect(zonedMomentIn('de', '2026-10-25T00:30:00.000Z', 'Europe/Berlin')).toBe(
      'So., 25. Oktober 2026, 02:30 Uhr (Berlin, MESZ)',
    );
    expect(zonedMomentIn('de', '2026-10-25T01:30:00.000Z', 'Europe/Berlin')).toBe(
      'So., 25. Oktober 2026, 02:30 Uhr (Berlin, MEZ)',
    );
    const [first, second] = ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'].map((instant) =>
      zonedMomentIn('en', instant, 'America/New_York'),
    );
    expect(first).not.toBe(second);
  });
});

describe('a deadline for people', () => {
  it('is the day that ends with it, for midnight', () => {
    expect(deadlineIn('de', '2026-12-24T23:00:00.000Z', 'Europe/Berlin')).toBe('Do., 24. Dezember 2026');
    expect(deadlineIn('en', '2026-12-25T05:00:00.000Z', 'America/New_York')).toBe('Thu, 24 December 2026');
  });

  it('is a moment elsewhere', () => {
    expect(deadlineIn('en', '2026-12-24T23:00:00.000Z', 'UTC')).toBe('Thu, 24 December 2026, 23:00 (UTC)');
  });
});

it('says a day with its weekday, whatever the zone of the machine is', () => {
  expect(calendarDayIn('de', '2028-02-29')).toBe('Di., 29. Februar 2028');
  expect(calendarDayIn('en', '2026-01-01')).toBe('Thu, 1 January 2026');
});
