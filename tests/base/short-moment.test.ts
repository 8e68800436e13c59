import { describe, expect, it } from 'vitest';
import { roughSpan, shortDeadline, shortMoment } from '../../src/base/short-moment.ts';

describe('moments on a board', () => {
  it('are those of the clocks of a zone, in either language', () => {
    expect(shortMoment('en', '2026-12-04T08:00:00.000Z', 'Europe/Berlin')).toBe('Fri 4 Dec 2026, 09:00');
    expect(shortMoment('de', '2026-12-04T08:00:00.000Z', 'Europe/Berlin')).toBe('Fr 4. Dez 2026, 09:00');
    expect(shortMoment('de', '2026-09-30T22:30:00.000Z', 'Europe/Berlin')).toBe('Do 1. Okt 2026, 00:30');
    expect(shortMoment('en', '2026-12-04T08:00:00.000Z', 'America/New_York')).toBe('Fri 4 Dec 2026, 03:00');
  });

  it('have months of three letters in all of the year', () => {
    const months = Array.from({ length: 12 }, (_, at) => {
      const iso = `2026-${String(at + 1).padStart(2, '0')}-15T12:00:00.000Z`;
      return (['en', 'de'] as const).map((language) => shortMoment(language, iso, 'UTC').split(' ')[2]);
    });
    expect(months.map(([en]) => en).join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect(months.map(([, de]) => de).join(' ')).toBe('Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez');
  });

  it('say which one is meant where the clocks show a time twice', () => {
    const moments = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect(moments.map((iso) => shortMoment('en', iso, 'Europe/Berlin'))).toEqual([
      'Sun 25 Oct 2026, 02:30 (CEST)',
      'Sun 25 Oct 2026, 02:30 (CET)',
    ]);
  });

  it('are the day that ends, of a deadline at its end', () => {
    expect(shortDeadline('en', '2026-11-30T23:00:00.000Z', 'Europe/Berlin')).toBe('Mon 30 Nov 2026');
    expect(shortDeadline('de', '2026-11-30T23:00:00.000Z', 'Europe/Berlin')).toBe('Mo 30. Nov 2026');
    expect(shortDeadline('en', '2026-11-30T23:00:00.000Z', 'UTC')).toBe('Mon 30 Nov 2026, 23:00');
  });
});

describe('how long it is between two moments', () => {
  const from = '2026-11-26T14:00:00.000Z';
  it.each([
    ['2026-11-26T14:00:20.000Z', 'less than a minute', 'weniger als eine Minute'],
    ['2026-11-26T14:01:59.000Z', '1 minute', '1 Minute'],
    ['2026-11-26T15:59:00.000Z', '1 hour', '1 Stunde'],
    ['2026-11-28T13:59:00.000Z', '47 hours', '47 Stunden'],
    ['2026-11-28T14:00:00.000Z', '2 days', '2 Tage'],
    ['2026-11-20T13:00:00.000Z', '6 days', '6 Tage'],
  ])('is said in its greatest unit, rounded down: until %s it is %s', (to, en, de) => {
    expect(roughSpan('en', from, to)).toBe(en);
    expect(roughSpan('de', from, to)).toBe(de);
  });
});
