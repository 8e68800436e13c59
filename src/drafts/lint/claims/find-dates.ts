import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { DateClaim } from './claim.ts';
import { dateWords, keyOf } from './date-words.ts';

/** Every day that a text names, right or wrong. */
export function findDates(text: string, locale: FarewellLocale): readonly DateClaim[] {
  const { months, weekdays, pattern } = dateWords(locale);
  const claims: DateClaim[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const group = (name: string): string | undefined =>
      Object.entries(groups).find(([key, value]) => key.replace(/\d$/, '') === name && value !== undefined)?.[1];
    const word = group('month');
    const month = word === undefined ? Number(group('figure')) : months.get(keyOf(word, locale));
    const named = group('before') ?? group('behind');
    const year = group('year');
    if (month === undefined) continue;
    claims.push({
      kind: 'date',
      said: match[0],
      from: match.index,
      to: match.index + match[0].length,
      day: Number(group('day')),
      month,
      year: year === undefined ? null : Number(year),
      weekday: named === undefined ? null : (weekdays.get(keyOf(named, locale)) ?? null),
    });
  }
  return claims;
}
