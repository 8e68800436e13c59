import { describe, expect, it } from 'vitest';
import { fixedMs, inputsInDate, isDuration, isZeroDuration } from '../../src/playbooks/time-words.ts';

describe('durations', () => {
  it.each(['14d', '24h', '1d12h', '2w', '3mo', '5wd', '90m', '90min', '0', '1 d 12 h', '500ms', '1y'])(
    'are read: %s',
    (text) => {
      expect(isDuration(text)).toBe(true);
    },
  );

  it.each(['14', '14 days', '-3d', '1.5d', '3m 3m', 'd', '', '3dd', 'last_day'])('are none: %s', (text) => {
    expect(isDuration(text)).toBe(false);
  });

  it('are nothing when all of their parts are', () => {
    expect(['0', '0d', '0h0m'].map(isZeroDuration)).toEqual([true, true, true]);
    expect(['1d', '0d1h', 'x'].map(isZeroDuration)).toEqual([false, false, false]);
  });

  it('have milliseconds where no calendar has a say', () => {
    expect(['30s', '1h30m', '1d', '0', '1mo', '5wd', 'x'].map(fixedMs)).toEqual([
      30_000,
      5_400_000,
      86_400_000,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('dates', () => {
  it.each(['2026-12-31', '2026-12-31T18:00Z + 2h', '2026-12-31 18:00 - 1d', '14d'])(
    'without a name are read: %s',
    (text) => {
      expect(inputsInDate(text)).toEqual([]);
    },
  );

  it('name the inputs from which they are reckoned, whatever hyphens are in them', () => {
    expect(inputsInDate('last_day - 31d')).toEqual(['last_day']);
    expect(inputsInDate('last-day-31d+12h')).toEqual(['last-day']);
    expect(inputsInDate('inputs.last_day')).toEqual(['last_day']);
  });

  it.each(['2026-02-30', '31.12.2026', 'last_day - soon', 'last_day -', 'last_day 31d', ''])('are none: %s', (text) => {
    expect(inputsInDate(text)).toBeUndefined();
  });
});
