import { describe, expect, it } from 'vitest';
import { shiftDay, shiftWorkingDays } from '../../../../src/base/working-days.ts';
import { holidaysOf, knownHolidays, workingDaysOf } from '../../../../src/model/run/holidays/holidays.ts';

describe('working days', () => {
  it.each([
    // Christmas Eve and New Year's Eve are working days in Bavaria, Epiphany is none.
    ['DE-BY', '2026-12-22', 5, '2026-12-30'],
    ['DE-BY', '2027-01-08', -5, '2026-12-30'],
    ['DE-BY', '2026-12-23', 10, '2027-01-11'],
    ['DE-HH', '2026-12-23', 10, '2027-01-08'],
    // In 2021 Christmas and New Year's Day were Saturdays: federal offices had the Fridays off.
    ['US', '2021-12-22', 5, '2021-12-30'],
    ['US', '2021-12-22', 6, '2022-01-03'],
    ['US', '2022-01-04', -3, '2021-12-29'],
    ['US', '2026-12-22', 5, '2026-12-30'],
    ['GB-ENG', '2026-12-24', 1, '2026-12-29'],
    ['SE', '2026-12-23', 1, '2026-12-28'],
  ])('in %s from %s on, %d of them lead to %s', (code, day, count, then) => {
    expect(shiftWorkingDays(day, count, workingDaysOf(code))).toBe(then);
  });

  it('are Monday to Friday where no country is named', () => {
    expect(workingDaysOf(null)('2026-12-25')).toBe(true);
    expect(workingDaysOf(null)('2026-12-26')).toBe(false);
  });
});

describe('the holidays of Länder', () => {
  it.each([
    ['DE-BE', '2018-03-08', false],
    ['DE-BE', '2019-03-08', true],
    ['DE-BE', '2024-05-08', false],
    ['DE-BE', '2025-05-08', true],
    ['DE-BE', '2028-06-17', true],
    ['DE-MV', '2022-03-08', false],
    ['DE-MV', '2023-03-08', true],
    ['DE-NI', '2017-10-31', true],
    ['DE-NI', '2016-10-31', false],
    ['DE-NI', '2018-10-31', true],
    ['DE-HE', '2018-10-31', false],
    ['DE', '2017-10-31', true],
    ['DE-TH', '2018-09-20', false],
  ])('%s, %s: %s', (code, day, isHoliday) => {
    expect(holidaysOf(code, Number(day.slice(0, 4))).some((one) => one.day === day)).toBe(isHoliday);
  });

  it('have Buß- und Bettag on the Wednesday before 23 November, in Saxony alone', () => {
    const days = [2022, 2023, 2024, 2028, 2033].map(
      (year) => holidaysOf('DE-SN', year).find(({ name }) => name === 'Buß- und Bettag')?.day,
    );
    expect(days).toEqual(['2022-11-16', '2023-11-22', '2024-11-20', '2028-11-22', '2033-11-16']);
    const others = knownHolidays().filter(({ code }) => code.startsWith('DE') && code !== 'DE-SN');
    expect(others.some(({ code }) => holidaysOf(code, 2026).some(({ name }) => name === 'Buß- und Bettag'))).toBe(
      false,
    );
  });

  it('name Reformation Day once in 2017', () => {
    for (const { code } of knownHolidays().filter((one) => one.code.startsWith('DE'))) {
      expect(holidaysOf(code, 2017).filter(({ day }) => day === '2017-10-31')).toHaveLength(1);
    }
  });
});

describe('what is known', () => {
  it('comes with its source, and covers what the guide says', () => {
    const known = knownHolidays();
    expect(known.filter(({ code }) => code.startsWith('DE-'))).toHaveLength(16);
    expect(known.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'AT',
        'BE',
        'CH',
        'CH-ZH',
        'DE',
        'DK',
        'ES',
        'FR',
        'FR-57',
        'GB-SCT',
        'IT',
        'LU',
        'NL',
        'PL',
        'SE',
        'US',
      ]),
    );
    for (const { source, checkedOn } of known) {
      expect(source).not.toBe('');
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('has days in order, inside their year, and of the calendar', () => {
    for (const { code, from } of knownHolidays()) {
      for (let year = from; year <= 2040; year += 1) {
        const days = holidaysOf(code, year).map(({ day }) => day);
        expect([...days].sort()).toEqual(days);
        expect(days.every((day) => day.startsWith(`${year}-`) && shiftDay(day, 0) === day)).toBe(true);
      }
    }
  });

  it.each([
    ['XX', 'Known are AT, BE, CH'],
    ['de-by', 'Did you mean DE-BY?'],
    ['gb', 'Known are AT'],
    ['DE-XX', 'Of Germany are known: DE, DE-BB'],
    ['GB', 'Of the United Kingdom are known: GB-ENG, GB-NIR'],
    ['CH-AG', 'Of Switzerland are known: CH, CH-BE'],
    ['US-CA', 'Of the United States are known: US'],
    ['DE-', 'Of Germany'],
    ['', 'Known are'],
    ['constructor', 'Known are'],
    ['DE-constructor', 'Of Germany'],
  ])('is named when somebody asks for %j', (code, hint) => {
    for (const ask of [() => holidaysOf(code, 2026), () => workingDaysOf(code)]) {
      expect(ask).toThrowError(
        expect.objectContaining({ code: 'holidays.unknown', hint: expect.stringContaining(hint), exitCode: 2 }),
      );
    }
  });

  it('does not reach back for ever, and says so', () => {
    expect(() => holidaysOf('DE', 1994)).toThrowError(
      expect.objectContaining({ code: 'holidays.unknown-year', hint: 'They are known from 1995 on.' }),
    );
    expect(() => workingDaysOf('DE')('1994-11-16')).toThrowError(
      expect.objectContaining({ code: 'holidays.unknown-year' }),
    );
  });
});
