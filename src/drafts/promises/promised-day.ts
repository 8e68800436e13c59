import { shiftDay } from '../../base/working-days.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { PromiseKind } from '../../model/farewell/promise.ts';
import { findDates } from '../lint/claims/find-dates.ts';
import { dayOf, isDay, yearNear } from '../lint/claims/same-claim.ts';

/** What is done once some day is over: only behind "by" a day in their sentence is theirs. */
const afterwards: readonly PromiseKind[] = [
  'close-inbox',
  'delete-messages',
  'delete-content',
  'delete-comments',
  'delete-account',
];

const byWords: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /\b(?:spätestens|bis spätestens|binnen|innerhalb)\b/iu,
  en: /\b(?:by|no later than|at the latest|within)\b/iu,
};

const spans: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /\b(?:nach|binnen|innerhalb von)\s+(\d{1,3})\s+(Tag|Woche|Monat)/iu,
  en: /\b(?:after|within|in)\s+(\d{1,3})\s+(day|week|month)/iu,
};

const daysOf: Readonly<Record<string, number>> = { tag: 1, day: 1, woche: 7, week: 7, monat: 30, month: 30 };

/**
 * The day that a promise names for itself, YYYY-MM-DD; one like "after 90 days" is reckoned from the last post.
 * @param from where in the sentence it is promised: a day before that is another one's, if there is one behind it
 */
export function promisedDay(
  sentence: string,
  locale: FarewellLocale,
  kind: PromiseKind,
  { lastDay }: Pick<ExitFacts, 'lastDay'>,
  from = 0,
): string | null {
  if (afterwards.includes(kind) && byWords[locale]?.test(sentence) !== true) return null;
  const dates = findDates(sentence, locale).filter(isDay);
  const date = dates.find((one) => one.to > from) ?? dates[0];
  if (date !== undefined) return dayOf(date, yearNear(date.month, lastDay));
  const [, count, unit] = spans[locale]?.exec(sentence) ?? [];
  return count === undefined || unit === undefined
    ? null
    : shiftDay(lastDay, Number(count) * (daysOf[unit.toLowerCase()] ?? 0));
}
