import { describe, expect, it } from 'vitest';
import { readCalendarDuration } from '../../src/base/calendar-duration.ts';
import { isMondayToFriday, shiftDay, shiftWorkingDays } from '../../src/base/working-days.ts';
import {
  dayAt,
  endedDay,
  endOfDay,
  isShownTwice,
  isSkipped,
  localTimeAt,
  localToInstant,
  shiftInstant,
  shiftWholeDay,
  startOfDay,
} from '../../src/base/zoned-time.ts';

function shift(local: string, text: string, zone: string): string {
  const sign = text.startsWith('-') ? -1 : 1;
  const duration = readCalendarDuration(text.replace(/^[+-]/, ''));
  return shiftInstant(localToInstant(local, zone), duration, sign, zone, isMondayToFriday);
}

describe('a day or a duration where the clocks change', () => {
  it.each([
    // Berlin: 29 March 2026, 02:00 → 03:00, and 25 October 2026, 03:00 → 02:00.
    ['Europe/Berlin', '2026-03-28T09:00', '+1d', '2026-03-29T07:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T09:00', '+24h', '2026-03-29T08:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T02:30', '+1d', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-30T09:00', '-2d', '2026-03-28T08:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T09:00', '+1d', '2026-10-25T08:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T09:00', '+24h', '2026-10-25T07:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T02:30', '+1d', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-26T02:30', '-1d', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-10T12:00', '+30d', '2026-11-09T11:00:00.000Z'],
    ['Europe/Berlin', '2026-03-28T09:00', '+1d12h', '2026-03-29T19:00:00.000Z'],
    // New York: 8 March 2026 and 1 November 2026.
    ['America/New_York', '2026-03-07T09:00', '+1d', '2026-03-08T13:00:00.000Z'],
    ['America/New_York', '2026-03-07T09:00', '+24h', '2026-03-08T14:00:00.000Z'],
    ['America/New_York', '2026-03-07T02:30', '+1d', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-10-31T09:00', '+1d', '2026-11-01T14:00:00.000Z'],
    ['America/New_York', '2026-10-31T01:30', '+1d', '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-11-02T09:00', '-1w', '2026-10-26T13:00:00.000Z'],
    // Lord Howe changes by half an hour: 5 April 2026, 02:00 → 01:30, and 4 October 2026, 02:00 → 02:30.
    ['Australia/Lord_Howe', '2026-10-03T09:00', '+1d', '2026-10-03T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T09:00', '+24h', '2026-10-03T22:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T02:15', '+1d', '2026-10-03T15:45:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-04T09:00', '+1d', '2026-04-04T22:30:00.000Z'],
    // No change at all.
    ['Asia/Kolkata', '2026-03-28T09:00', '+1d', '2026-03-29T03:30:00.000Z'],
    ['Asia/Tokyo', '2026-10-24T09:00', '+30d', '2026-11-23T00:00:00.000Z'],
    ['UTC', '2026-12-31T23:30', '+90m', '2027-01-01T01:00:00.000Z'],
  ])('%s: %s %s is %s', (zone, local, text, instant) => {
    expect(shift(local, text, zone)).toBe(instant);
  });

  it('knows the second of two equal times, and stays with it as long as no day is added', () => {
    const second = '2026-10-25T01:30:00.000Z';
    const zero = readCalendarDuration('0d');
    expect(shiftInstant(second, zero, 1, 'Europe/Berlin', isMondayToFriday)).toBe(second);
    expect(isShownTwice(second, 'Europe/Berlin')).toBe(true);
    expect(isShownTwice('2026-10-25T00:30:00.000Z', 'Europe/Berlin')).toBe(true);
    expect(isShownTwice('2026-10-25T02:30:00.000Z', 'Europe/Berlin')).toBe(false);
    expect(isShownTwice('2026-03-29T01:30:00.000Z', 'Europe/Berlin')).toBe(false);
    const skipped = [
      '2026-03-29T01:59',
      '2026-03-29T02:00',
      '2026-03-29T02:59',
      '2026-03-29T03:00',
      '2026-10-25T02:30',
    ];
    expect(skipped.map((local) => isSkipped(local, 'Europe/Berlin'))).toEqual([false, true, true, false, false]);
    expect(localTimeAt('2026-03-29T01:00:00.000Z', 'Europe/Berlin')).toBe('2026-03-29T03:00');
  });
});

describe('a whole day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-12-24', 24],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // The clocks skip midnight.
    ['Africa/Cairo', '2026-04-24', 23],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('has, in %s on %s, %d hours', (zone, day, hours) => {
    expect(Date.parse(endOfDay(day, zone)) - Date.parse(startOfDay(day, zone))).toBe(hours * 3_600_000);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Kiritimati', 'UTC'])(
    'follows, in %s, the day before it without a gap, through a year',
    (zone) => {
      for (let day = '2026-01-01'; day < '2027-01-03'; day = shiftDay(day, 1)) {
        const start = startOfDay(day, zone);
        expect(dayAt(start, zone)).toBe(day);
        expect(endedDay(start, zone)).toBe(shiftDay(day, -1));
        expect(endOfDay(shiftDay(day, -1), zone)).toBe(start);
        expect(dayAt(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(shiftDay(day, -1));
      }
    },
  );

  it.each([
    ['2026-12-31', '+1d', '2027-01-01'],
    ['2027-01-01', '-1d', '2026-12-31'],
    ['2028-02-28', '+1d', '2028-02-29'],
    ['2028-02-29', '+1y', '2029-02-28'],
    ['2027-01-31', '+1mo', '2027-02-28'],
    ['2028-01-31', '+1mo', '2028-02-29'],
    ['2026-03-31', '-1mo', '2026-02-28'],
    ['2027-01-31', '-31d', '2026-12-31'],
    ['2026-01-15', '+40d', '2026-02-24'],
    ['2026-01-15', '-40d', '2025-12-06'],
    ['2024-03-01', '-1d', '2024-02-29'],
    ['2026-12-28', '+1w', '2027-01-04'],
  ])('%s %s is %s', (day, text, then) => {
    const sign = text.startsWith('-') ? -1 : 1;
    expect(shiftWholeDay(day, readCalendarDuration(text.slice(1)), sign, isMondayToFriday)).toBe(then);
  });
});

describe('working days', () => {
  it.each([
    // 2026-11-27 is a Friday.
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 1, '2026-11-30'],
    ['2026-11-28', -1, '2026-11-27'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-30', -5, '2026-11-23'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('from %s on, %d of them lead to %s', (day, count, then) => {
    expect(shiftWorkingDays(day, count, isMondayToFriday)).toBe(then);
  });

  it('do not run for ever where nobody works', () => {
    expect(() => shiftWorkingDays('2026-11-27', 1, () => false)).toThrow(RangeError);
  });

  it('keep the local time across a change of the clocks', () => {
    expect(shift('2026-03-27T09:00', '+1wd', 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z');
    expect(shift('2026-10-26T09:00', '-1wd', 'Europe/Berlin')).toBe('2026-10-23T07:00:00.000Z');
  });
});
