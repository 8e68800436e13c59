import { expect, it } from 'vitest';
import { easterSunday } from '../../src/base/easter.ts';

/** Gauss's rule as Lichtenberg put it right, for 1900 to 2099: another way to the same day. */
function easterByGauss(year: number): string {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const d = (19 * a + 24) % 30;
  const e = (2 * b + 4 * c + 6 * d + 5) % 7;
  let march = 22 + d + e;
  if (d === 29 && e === 6) march = 50;
  if (d === 28 && e === 6 && a > 10) march = 49;
  return march > 31 ? `${year}-04-${String(march - 31).padStart(2, '0')}` : `${year}-03-${march}`;
}

it('agrees with Gauss on every Easter from 1990 to 2060', () => {
  for (let year = 1990; year <= 2060; year += 1) expect(easterSunday(year)).toBe(easterByGauss(year));
});

it.each([
  '1990-04-15',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2016-03-27',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
  // The two years of this time in which the plain rule is a week late.
  '1954-04-18',
  '1981-04-19',
])('knows that Easter was or will be on %s', (day) => {
  expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
});
