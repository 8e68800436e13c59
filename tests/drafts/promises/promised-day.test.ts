import { expect, it } from 'vitest';
import { promisedDay } from '../../../src/drafts/promises/promised-day.ts';
import type { FarewellLocale } from '../../../src/model/farewell/locale.ts';
import type { PromiseKind } from '../../../src/model/farewell/promise.ts';

it.each<[FarewellLocale, PromiseKind, string, string | null]>([
  ['en', 'answer-messages', 'We answer messages until 14 January.', '2027-01-14'],
  ['de', 'answer-messages', 'Nachrichten beantworten wir bis zum 14. Januar; danach löschen wir sie.', '2027-01-14'],
  // What is done once that day is over is not done by it.
  ['de', 'delete-messages', 'Nachrichten beantworten wir bis zum 14. Januar; danach löschen wir sie.', null],
  ['en', 'delete-account', 'The presence itself will be deleted after 31 December.', null],
  ['en', 'delete-account', 'We are deleting our account by 31 January at the latest.', '2027-01-31'],
  ['en', 'delete-data', 'We delete your data after 90 days.', '2027-03-31'],
  ['de', 'delete-data', 'Ihre Daten löschen wir nach 2 Wochen.', '2027-01-14'],
  ['fr', 'answer-messages', 'Nous répondrons aux messages jusqu’au 14 janvier.', '2027-01-14'],
  ['en', 'keep-archive', 'We are keeping what we have posted in our own archive.', null],
])('%s, %s: %s', (locale, kind, sentence, day) => {
  expect(promisedDay(sentence, locale, kind, { lastDay: '2026-12-31' })).toBe(day);
});

it('of two days in a sentence the one behind the promise is its day', () => {
  const sentence = 'Am 31. Dezember 2026 ist Schluss, und Nachrichten beantworten wir bis zum 14. Januar.';
  const from = sentence.indexOf('Nachrichten');
  expect(promisedDay(sentence, 'de', 'answer-messages', { lastDay: '2026-12-31' }, from)).toBe('2027-01-14');
});
