import { expect, it } from 'vitest';
import { readCalendarDuration } from '../../../src/base/calendar-duration.ts';
import { workMinutes } from '../../../src/model/run/work-minutes.ts';

it.each([
  ['90m', 90],
  ['1d12h', 480 + 720],
  ['3wd', 3 * 480],
  ['2w', 10 * 480],
  ['1mo', 21 * 480],
  ['1y', 252 * 480],
])('takes %s of work for %d minutes', (text, minutes) => {
  expect(workMinutes(readCalendarDuration(text))).toBe(minutes);
});
