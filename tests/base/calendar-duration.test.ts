import { expect, it } from 'vitest';
import { parseCalendarDuration, readCalendarDuration } from '../../src/base/calendar-duration.ts';

const HOUR_MS = 3_600_000;

it.each([
  ['30d', { days: 30 }],
  ['2w', { weeks: 2 }],
  ['3mo', { months: 3 }],
  ['1y', { years: 1 }],
  ['5wd', { workingDays: 5 }],
  ['36h', { exactMs: 36 * HOUR_MS }],
  ['90m', { exactMs: 1.5 * HOUR_MS }],
  ['90min', { exactMs: 1.5 * HOUR_MS }],
  ['45s', { exactMs: 45_000 }],
  ['250ms', { exactMs: 250 }],
  ['1d12h', { days: 1, exactMs: 12 * HOUR_MS }],
  ['1d 12h', { days: 1, exactMs: 12 * HOUR_MS }],
  [' 14 d ', { days: 14 }],
  ['1h30m5s', { exactMs: 1.5 * HOUR_MS + 5000 }],
  ['0', {}],
  ['0d', {}],
])('reads %j', (text, parts) => {
  const none = { years: 0, months: 0, weeks: 0, days: 0, workingDays: 0, exactMs: 0 };
  expect(parseCalendarDuration(text)).toEqual({ ...none, ...parts });
});

it.each([
  '',
  '14',
  'd',
  '-3d',
  '1.5d',
  '14D',
  '3M',
  '14 days',
  '1d2d',
  '5m5min',
  '3mon',
  'P14D',
  '$' + '{{ inputs.days }}d',
  // Longer than anybody plans: a hundred years and a day.
  '36601d',
  '101y',
  '99999999wd',
])('takes %j for no duration', (text) => {
  expect(parseCalendarDuration(text)).toBeUndefined();
});

it('says how a duration is written', () => {
  expect(() => readCalendarDuration('14 days')).toThrowError(
    expect.objectContaining({
      code: 'duration.cannot-read',
      message: '"14 days" is no duration.',
      hint: expect.stringContaining('14d'),
      exitCode: 2,
    }),
  );
});
