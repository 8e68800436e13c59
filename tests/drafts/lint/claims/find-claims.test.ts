import { expect, test } from 'vitest';
import { dayIn, hourIn, shortDayIn, zoneIn } from '../../../../src/drafts/facts/days.ts';
import type { Claim } from '../../../../src/drafts/lint/claims/claim.ts';
import { findClaims } from '../../../../src/drafts/lint/claims/find-claims.ts';
import { type FarewellLocale, farewellLocales } from '../../../../src/model/farewell/locale.ts';

function brief(claim: Claim): string {
  if (claim.kind !== 'date') return `${claim.kind} ${claim.value}`;
  const { year, month, day, weekday } = claim;
  return `date ${year ?? '*'}-${month}-${day}${weekday === null ? '' : ` ${weekday}`}`;
}

const inText = (text: string, locale: FarewellLocale): readonly string[] => findClaims(text, locale).map(brief);

test.each(farewellLocales)('days, hours and zones as our own texts write them are found (%s)', (locale) => {
  for (let month = 1; month <= 12; month += 1) {
    const day = `2027-${String(month).padStart(2, '0')}-${month === 2 ? '01' : '17'}`;
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const date = Number(day.slice(8));
    expect(inText(`${dayIn(locale, day)}.`, locale)).toEqual([`date 2027-${month}-${date} ${weekday}`]);
    expect(inText(`(${shortDayIn(locale, day)})`, locale)).toEqual([`date *-${month}-${date}`]);
  }
  for (const time of ['00:00', '09:30', '12:00', '15:00', '18:05', '23:59']) {
    // 12:30 at night and "noon" are written in words in some languages; the rest has to come back as it was.
    expect(inText(`${hourIn(locale, time)},`, locale), hourIn(locale, time)).toEqual([`time ${time}`]);
  }
  for (const day of ['2027-01-17T12:00', '2027-07-17T12:00']) {
    expect(inText(`(${zoneIn(locale, day, 'Europe/Berlin')})`, locale)).toHaveLength(1);
  }
});

test.each<[FarewellLocale, string, readonly string[]]>([
  ['de', 'am Montag, dem 30.11.2026, ab 10.30 Uhr', ['date 2026-11-30 1', 'time 10:30']],
  ['de', 'Mo., 30. Nov., 10 Uhr 30', ['date *-11-30 1', 'time 10:30']],
  ['en', 'on Monday the 30th of November at 10.30 a.m.', ['date *-11-30 1', 'time 10:30']],
  ['en', 'Nov 30, 2026, 12 pm', ['date 2026-11-30', 'time 12:00']],
  ['en', '2026-11-30 15:00', ['date 2026-11-30', 'time 15:00']],
  ['fr', 'le lundi 1er mars 2027 à 18 h 30', ['date 2027-3-1 1', 'time 18:30']],
  ['tr', '30 Kasım 2026 Pazartesi', ['date 2026-11-30 1']],
  ['de', 'am 31. Juni', ['date *-6-31']],
  ['de', 'Das kostet 1.250 Euro, seit 1949.', ['number 1250', 'number 1949']],
  [
    'en',
    'Call +49 30 23125 024 or write to service@shop.example.',
    ['phone +493023125024', 'mail service@shop.example'],
  ],
  ['en', 'See https://www.a.example/x/?utm_source=x&id=3.', ['link www.a.example/x?id=3']],
  [
    'en',
    'See www.a.example/x, or @brand@social.example and @brand_x.',
    ['link www.a.example/x', 'handle @brand@social.example', 'handle @brand_x'],
  ],
  ['ar', 'اكتب إلى \u2068@brand@social.example\u2069', ['handle @brand@social.example']],
])('other ways to write them (%s: %s)', (locale, text, found) => {
  expect(inText(text, locale)).toEqual(found);
});

test('every claim stands where it says it does, and no two overlap', () => {
  const text = 'Am Donnerstag, 31. Dezember 2026, um 15 Uhr (MEZ): https://a.example/31, 212 Fotos, a@b.example';
  const claims = findClaims(text, 'de');
  for (const { said, from, to } of claims) expect(text.slice(from, to)).toBe(said);
  for (const [at, { from }] of claims.entries()) expect(from).toBeGreaterThanOrEqual(claims[at - 1]?.to ?? 0);
  expect(claims.map(({ kind }) => kind)).toEqual(['date', 'time', 'zone', 'link', 'number', 'mail']);
});

test('a text made to be slow is not', () => {
  const startMs = performance.now();
  for (const text of [
    '1'.repeat(20_000),
    'a.'.repeat(10_000),
    '@'.repeat(20_000),
    '31. '.repeat(5_000),
    '+1 '.repeat(7_000),
  ]) {
    findClaims(text, 'de');
  }
  expect(performance.now() - startMs).toBeLessThan(10_000);
});
