import { describe, expect, it } from 'vitest';
import { localTimeAt } from '../../src/base/zoned-time.ts';
import type { ScheduleTiming } from '../../src/model/schedule/schedule.ts';
import { dueTime } from '../../src/schedules/jitter.ts';
import { nextTime, nextTimes } from '../../src/schedules/next-times.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function timing(given: Partial<ScheduleTiming>): ScheduleTiming {
  return { cron: null, everyMs: null, timezone: 'UTC', jitterMs: 0, denser: [], lastDayEnd: null, ...given };
}

const cron = (pattern: string, timezone: string) => timing({ cron: pattern, timezone });

describe('the next times of a cron pattern', () => {
  it('go by what the clocks of the zone show, in winter and in summer', () => {
    const berlin = cron('0 3 * * *', 'Europe/Berlin');
    expect(nextTime(berlin, '2026-01-10T00:00:00.000Z')).toBe('2026-01-10T02:00:00.000Z');
    expect(nextTime(berlin, '2026-07-10T00:00:00.000Z')).toBe('2026-07-10T01:00:00.000Z');
  });

  it.each([
    // Zone, pattern, a moment before, the first moment after the gap, and the time after that.
    ['Europe/Berlin', '30 2 * * *', '2026-03-28T12:00:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'],
    [
      'Europe/Berlin',
      '*/20 2 * * *',
      '2026-03-28T12:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ],
    [
      'America/New_York',
      '30 2 * * *',
      '2026-03-07T12:00:00.000Z',
      '2026-03-08T07:00:00.000Z',
      '2026-03-09T06:30:00.000Z',
    ],
    // Half an hour: from 02:00 to 02:30.
    [
      'Australia/Lord_Howe',
      '15 2 * * *',
      '2026-10-02T20:00:00.000Z',
      '2026-10-03T15:30:00.000Z',
      '2026-10-04T15:15:00.000Z',
    ],
    // A whole day, 30 December 2011, that Samoa never had.
    [
      'Pacific/Apia',
      '0 10 30 12 *',
      '2011-12-29T20:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2012-12-29T20:00:00.000Z',
    ],
  ])('in %s, "%s": a time that the clocks skip is once, right after the gap', (zone, pattern, before, gap, next) => {
    expect(nextTimes(cron(pattern, zone), before, 2)).toEqual([gap, next]);
  });

  it.each([
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
    [
      'Europe/Berlin',
      '30 2,14 * * *',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T13:30:00.000Z',
    ],
    [
      'America/New_York',
      '30 1 * * *',
      '2026-10-31T12:00:00.000Z',
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ],
    [
      'Australia/Lord_Howe',
      '45 1 * * *',
      '2026-04-04T00:00:00.000Z',
      '2026-04-04T14:45:00.000Z',
      '2026-04-05T15:15:00.000Z',
    ],
  ])('in %s, "%s": a time that the clocks show twice is once, the first time', (zone, pattern, before, first, next) => {
    expect(nextTimes(cron(pattern, zone), before, 2)).toEqual([first, next]);
  });

  it('asked in the second of two equal hours, do not give that hour again', () => {
    // 02:10 for the second time.
    expect(nextTime(cron('30 2 * * *', 'Europe/Berlin'), '2026-10-25T01:10:00.000Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('of each hour go on by real hours when the clocks are set', () => {
    const times = nextTimes(cron('0 * * * *', 'Europe/Berlin'), '2026-10-24T23:30:00.000Z', 4);
    expect(times.map((at) => localTimeAt(at, 'Europe/Berlin').slice(11))).toEqual(['02:00', '02:00', '03:00', '04:00']);
    expect(new Set(times.slice(1).map((at, place) => Date.parse(at) - Date.parse(times[place] ?? '')))).toEqual(
      new Set([HOUR]),
    );
  });

  it('of a day that no calendar has are refused', () => {
    expect(() => nextTime(cron('0 0 30 2 *', 'UTC'), '2026-01-01T00:00:00.000Z')).toThrow(
      expect.objectContaining({ code: 'schedule.never-fires' }),
    );
    expect(nextTime(cron('0 0 29 2 *', 'UTC'), '2026-01-01T00:00:00.000Z')).toBe('2028-02-29T00:00:00.000Z');
  });
});

describe('the next times of an interval', () => {
  it('are real hours apart, whatever the clocks do, and the same for everybody who asks', () => {
    const six = timing({ everyMs: 6 * HOUR, timezone: 'Europe/Berlin' });
    const times = nextTimes(six, '2026-03-28T13:00:00.000Z', 5);
    expect(times[0]).toBe('2026-03-28T17:00:00.000Z');
    expect(times.slice(1).every((at, place) => Date.parse(at) - Date.parse(times[place] ?? '') === 6 * HOUR)).toBe(
      true,
    );
    expect(nextTime(six, '2026-03-28T12:59:59.999Z')).toBe(nextTime(six, '2026-03-28T11:00:00.000Z'));
  });
});

describe('rules for the time before the last day', () => {
  const dense = timing({
    cron: '0 3 * * 1',
    timezone: 'Europe/Berlin',
    denser: [
      { fromMs: 30 * DAY, everyMs: 6 * HOUR },
      { fromMs: DAY, everyMs: HOUR },
    ],
    lastDayEnd: '2027-02-28T23:00:00.000Z',
  });

  it('leave everything before them as it is, and take over where they begin', () => {
    expect(nextTimes(dense, '2027-01-24T00:00:00.000Z', 3)).toEqual([
      '2027-01-25T02:00:00.000Z',
      '2027-01-29T23:00:00.000Z',
      '2027-01-30T05:00:00.000Z',
    ]);
  });

  it('end with the end of the last day itself, and the usual times go on after it', () => {
    expect(nextTimes(dense, '2027-02-27T18:00:00.000Z', 2)).toEqual([
      '2027-02-27T23:00:00.000Z',
      '2027-02-28T00:00:00.000Z',
    ]);
    expect(nextTimes(dense, '2027-02-28T21:30:00.000Z', 3)).toEqual([
      '2027-02-28T22:00:00.000Z',
      '2027-02-28T23:00:00.000Z',
      '2027-03-01T02:00:00.000Z',
    ]);
  });

  it('mean nothing where no exit has a last day', () => {
    expect(nextTime({ ...dense, lastDayEnd: null }, '2027-02-27T18:00:00.000Z')).toBe('2027-03-01T02:00:00.000Z');
  });
});

describe('jitter', () => {
  const every = timing({ everyMs: HOUR, jitterMs: 10 * 60_000 });
  const slot = '2026-03-28T17:00:00.000Z';
  const late = (channel: string, one = every, at = slot) =>
    Date.parse(dueTime(one, { schedule: 's', channel }, at)) - Date.parse(at);

  it('is the same for the same slot, and spread over its span', () => {
    const all = Array.from({ length: 300 }, (_, place) => late(`c${place}`));
    expect(all).toEqual(Array.from({ length: 300 }, (_, place) => late(`c${place}`)));
    expect(all.every((ms) => ms >= 0 && ms < 10 * 60_000)).toBe(true);
    for (let minute = 0; minute < 10; minute += 1) {
      expect(all.some((ms) => Math.floor(ms / 60_000) === minute)).toBe(true);
    }
  });

  it('never reaches the next slot, however large it is', () => {
    const wild = { ...every, jitterMs: 400 * DAY };
    const all = Array.from({ length: 100 }, (_, place) => late(`c${place}`, wild));
    expect(all.every((ms) => ms < HOUR / 2)).toBe(true);
  });
});
