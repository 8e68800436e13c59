import { describe, expect, it } from 'vitest';
import { fixedMs, isDuration, isZeroDuration, parseDateText } from '../../src/playbooks/time-words.ts';

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
  it('are days, moments, names, and what is reckoned from them', () => {
    expect(parseDateText('2026-12-31')).toEqual({ base: '2026-12-31', kind: 'day', shift: null });
    expect(parseDateText('2026-12-31T18:00Z + 2h')).toEqual({ base: '2026-12-31T18:00Z', kind: 'day', shift: '+ 2h' });
    expect(parseDateText('2026-12-31 18:00 - 1d')).toEqual({ base: '2026-12-31 18:00', kind: 'day', shift: '- 1d' });
    expect(parseDateText('last_day - 31d')).toEqual({ base: 'last_day', kind: 'name', shift: '- 31d' });
    expect(parseDateText('steps.deactivate.at + 5wd')).toEqual({
      base: 'steps.deactivate.at',
      kind: 'name',
      shift: '+ 5wd',
    });
  });

  it.each(['2026-02-30', '31.12.2026', '30d', 'last_day - soon', 'last_day -', ''])('are none: %s', (text) => {
    expect(parseDateText(text)).toBeUndefined();
  });
});
