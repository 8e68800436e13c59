import { describe, expect, it } from 'vitest';
import { namesInDate } from '../../../src/model/run/date-text.ts';
import { type DateContext, deadlineAt, remindAt, resolveDate } from '../../../src/model/run/dates.ts';

const berlin: DateContext = {
  inputs: {
    last_day: '2026-12-31',
    opens: '2026-12-04T09:00',
    call: '2026-12-04T09:00-05:00',
    'day-two': '2027-01-02',
  },
  now: new Date('2026-11-26T14:00:00.000Z'),
  zone: 'Europe/Berlin',
  holidays: 'DE-BY',
};

describe('a whole day', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['last_day', '2026-12-31'],
    ['inputs.last_day', '2026-12-31'],
    ['last_day - 31d', '2026-11-30'],
    ['last_day-31d', '2026-11-30'],
    [' last_day  -  31d ', '2026-11-30'],
    ['day-two - 1d', '2027-01-01'],
    ['last_day + 1w', '2027-01-07'],
    ['last_day + 2mo', '2027-02-28'],
    ['2028-02-29 + 1y', '2029-02-28'],
    ['2026-12-31 - 31d', '2026-11-30'],
    ['2026-12-31-31d', '2026-11-30'],
    // 25 and 26 December are no working days, the 24th is one.
    ['last_day - 5wd', '2026-12-23'],
    ['last_day + 5wd', '2027-01-11'],
    ['last_day - 1w + 1d', '2026-12-25'],
  ])('%j is %s', (text, day) => {
    expect(resolveDate(text, berlin)).toMatchObject({ isWholeDay: true, day });
  });

  it('begins at midnight where the run is, and has ended when the next one begins', () => {
    expect(resolveDate('2026-12-24', berlin)).toEqual({
      isWholeDay: true,
      day: '2026-12-24',
      startsAt: '2026-12-23T23:00:00.000Z',
      endsAt: '2026-12-24T23:00:00.000Z',
    });
    expect(resolveDate('2026-03-29', berlin)).toMatchObject({
      startsAt: '2026-03-28T23:00:00.000Z',
      endsAt: '2026-03-29T22:00:00.000Z',
    });
    const there = { ...berlin, zone: 'America/New_York' };
    expect(resolveDate('2026-11-01', there)).toMatchObject({
      startsAt: '2026-11-01T04:00:00.000Z',
      endsAt: '2026-11-02T05:00:00.000Z',
    });
  });

  it('knows the working days of the country that is asked', () => {
    const us = { ...berlin, holidays: 'US' };
    expect(resolveDate('2026-11-27 - 2wd', us).day).toBe('2026-11-24');
    expect(resolveDate('2026-11-27 - 2wd', berlin).day).toBe('2026-11-25');
    expect(resolveDate('2026-12-31 - 5wd', { ...berlin, holidays: null }).day).toBe('2026-12-24');
  });
});

describe('a moment', () => {
  it.each([
    ['2026-12-24T09:00', '2026-12-24T08:00:00.000Z'],
    ['2026-12-24 09:00', '2026-12-24T08:00:00.000Z'],
    ['2026-12-24T09:00:30', '2026-12-24T08:00:30.000Z'],
    ['2026-12-24T09:00+01:00', '2026-12-24T08:00:00.000Z'],
    ['2026-12-24T09:00-05:00', '2026-12-24T14:00:00.000Z'],
    ['2026-12-24T09:00Z', '2026-12-24T09:00:00.000Z'],
    ['2026-12-24T09:00 - 5h', '2026-12-24T03:00:00.000Z'],
    ['2026-12-24T09:00-5h', '2026-12-24T03:00:00.000Z'],
    ['opens', '2026-12-04T08:00:00.000Z'],
    ['call - 1d', '2026-12-03T14:00:00.000Z'],
    // Hours make a moment of a day: they count from its beginning.
    ['last_day - 36h', '2026-12-29T11:00:00.000Z'],
    // Across the change of the clocks in October.
    ['2026-10-26T09:00 - 2d', '2026-10-24T07:00:00.000Z'],
    ['2026-10-26T09:00 - 48h', '2026-10-24T08:00:00.000Z'],
    // Skipped: as far after the gap. Shown twice: the first time.
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    // A duration alone begins at the time it is asked for.
    ['14d', '2026-12-10T14:00:00.000Z'],
    ['24h', '2026-11-27T14:00:00.000Z'],
    ['1d12h', '2026-11-28T02:00:00.000Z'],
    ['3wd', '2026-12-01T14:00:00.000Z'],
    ['0d', '2026-11-26T14:00:00.000Z'],
  ])('%j is %s', (text, instant) => {
    expect(resolveDate(text, berlin)).toMatchObject({ isWholeDay: false, startsAt: instant, endsAt: instant });
  });

  it('keeps nine in the morning over a wait that the clocks change in', () => {
    const context = { ...berlin, now: new Date('2026-10-20T07:00:00.000Z') };
    expect(resolveDate('30d', context).startsAt).toBe('2026-11-19T08:00:00.000Z');
    expect(resolveDate('720h', context).startsAt).toBe('2026-11-19T07:00:00.000Z');
  });
});

describe('what is no date', () => {
  it.each([
    '',
    'next week',
    'last_day - 31 days',
    'last_day - ',
    'last_day 31d',
    'last_day * 2',
    '- 31d',
    '-31d',
    '31',
    '24.12.2026',
    '12/24/2026',
    '2026-02-29',
    '2026-13-01',
    '2026-12-24T24:30',
    '2026-12-24T9:00',
    '2026-12-24T09:60',
    '2026-12-24T09:00+25:00:00',
    '0226-12-24',
    '20261-12-24',
    '2026-12-245',
    '1.5d',
    'last_day - 1.5d',
    'steps.archive',
    // Long, and read at once all the same.
    `last_day${'-    '.repeat(200)}-`,
    `${'1d '.repeat(200)}x`,
  ])('%j is refused, with how it is written', (text) => {
    expect(() => resolveDate(text, berlin)).toThrowError(
      expect.objectContaining({
        code: 'date.cannot-read',
        message: expect.stringContaining(`"${text}"`),
        hint: expect.stringContaining('last_day - 5wd'),
        exitCode: 2,
      }),
    );
  });

  it('is a name that is no input, and the inputs are named', () => {
    expect(() => resolveDate('lastday - 31d', berlin)).toThrowError(
      expect.objectContaining({
        code: 'date.unknown-name',
        hint: 'Did you mean last_day? Its inputs are last_day, opens, call, day-two.',
      }),
    );
    expect(() => resolveDate('toString', berlin)).toThrowError(expect.objectContaining({ code: 'date.unknown-name' }));
    expect(() => resolveDate('x', { ...berlin, inputs: {} })).toThrowError(
      expect.objectContaining({ hint: expect.stringContaining('This playbook has no inputs') }),
    );
  });

  it.each([
    [null, 'has no value'],
    [30, 'is 30, which is no date'],
    ['soon', 'is "soon", which is no date'],
    ['30d', 'is "30d", which is no date'],
    ['last_day', 'is "last_day", which is no date'],
  ])('is an input whose value is %j', (value, says) => {
    expect(() => resolveDate('last_day - 31d', { ...berlin, inputs: { last_day: value } })).toThrowError(
      expect.objectContaining({ code: 'date.cannot-read', message: expect.stringContaining(`last_day ${says}`) }),
    );
  });
});

it('does not count working days of a country that nobody knows', () => {
  expect(() => resolveDate('last_day - 5wd', { ...berlin, holidays: 'DE-XX' })).toThrowError(
    expect.objectContaining({ code: 'holidays.unknown' }),
  );
});

describe('the names in a date', () => {
  it.each([
    ['last_day - 31d', ['last_day']],
    ['inputs.last_day', ['last_day']],
    ['2026-12-24', []],
    ['14d', []],
    ['${' + '{ inputs.days }}d', []],
    ['${' + '{ inputs.last_day }} - 31d', []],
    ['last_day - ${' + '{ inputs.days }}d', ['last_day']],
    ['last_day - ${' + '{ inputs.before }}', ['last_day']],
    ['last_day - ${' + "{ format('{0}', inputs.days) }} wd", ['last_day']],
    ['${' + '{ inputs.last_day }}T09:00', []],
  ])('%j: %j', (text, names) => {
    expect(namesInDate(text)).toEqual(names);
  });

  it.each(['next week', '${' + '{ inputs.days }} days', 'last_day ${' + '{ inputs.days }}d'])(
    '%j can never be a date',
    (text) => {
      expect(() => namesInDate(text)).toThrowError(expect.objectContaining({ code: 'date.cannot-read' }));
    },
  );
});

describe('a reminder', () => {
  it.each([
    ['2026-12-24', '7d', '2026-12-17T08:00:00.000Z'],
    ['2026-12-24', '1d', '2026-12-23T08:00:00.000Z'],
    ['2026-12-24', '0d', '2026-12-24T08:00:00.000Z'],
    // The Friday before the three days of Christmas.
    ['2026-12-28', '2wd', '2026-12-23T08:00:00.000Z'],
    // Hours count back from the end of the day.
    ['2026-12-24', '36h', '2026-12-23T11:00:00.000Z'],
    ['2026-12-24T09:00', '1d', '2026-12-23T08:00:00.000Z'],
    ['2026-12-24T09:00', '2h', '2026-12-24T06:00:00.000Z'],
    ['2026-03-30', '1d', '2026-03-29T07:00:00.000Z'],
  ])('of %s, %s before it, comes at %s', (date, before, instant) => {
    expect(remindAt(resolveDate(date, berlin), before, berlin)).toBe(instant);
  });

  it('is refused where it is no duration', () => {
    expect(() => remindAt(resolveDate('2026-12-24', berlin), 'a week', berlin)).toThrowError(
      expect.objectContaining({ code: 'date.cannot-read', message: '"a week" does not say how long before a date.' }),
    );
  });
});

it('finds the whole day again that a deadline was, and only where it was one', () => {
  for (const text of ['2026-12-24', '2026-03-29', '2026-10-25', '2026-12-31']) {
    const date = resolveDate(text, berlin);
    expect(deadlineAt(date.endsAt, berlin.zone)).toEqual(date);
  }
  expect(deadlineAt('2026-12-24T22:59:00.000Z', berlin.zone)).toMatchObject({ isWholeDay: false, day: '2026-12-24' });
});
