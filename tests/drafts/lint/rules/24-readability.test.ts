import { beforeAll, expect, test } from 'vitest';
import { readabilityRule } from '../../../../src/drafts/lint/rules/24-readability.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const long = {
  de: 'Wir gehen, weil wir in den letzten Jahren immer mehr Zeit mit einer App verbracht haben, die uns keine Freude macht und die uns von dem abhält, was wir gern tun.',
  en: 'We are going because we have spent more and more of our time in the last few years with an app that gives us no joy and keeps us from our work.',
} as const;

test.each(['de', 'en'] as const)('a sentence of more than 25 words is found, with their number (%s)', (locale) => {
  const [finding] = findingsOf(demo, readabilityRule, [locale, long[locale]]);
  expect(finding?.severity).toBe('warning');
  expect(finding?.message.en).toMatch(/^The sentence has (?:29|30|31|32) words, more than 25: “\S+ .* …”\.$/);
});

test.each([
  [
    'de',
    'Am Donnerstag, 31. Dezember 2026, um 15 Uhr (MEZ) erscheint hier unser letzter Beitrag, und wo es weitergeht und wie Sie uns erreichen, steht auf dieser Seite: https://www.brandt-soehne.example/abschied-von-x/',
  ],
  [
    'de',
    '- Wir gehen von X\n- Wir bleiben am Telefon und im Laden\n- Wir schreiben die Klingelpost jeden Monat\n- Wir lesen jede Frage, die uns per Post erreicht',
  ],
  [
    'en',
    'We go on Thursday, 31 December 2026, at 3 pm (CET)\n\n<!-- next post -->\n\nwe stay at the telephone and in the shop\n\n<!-- next post -->\n\nand you can read our letter every month in your inbox',
  ],
])('days and addresses are one word, and items and posts end a sentence (%s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, readabilityRule, [locale, text]))).toEqual([]);
});

const hard = {
  de: 'Die Beendigung der Kommunikationsaktivitäten unseres Unternehmens erfolgt unter Berücksichtigung organisatorischer Notwendigkeiten. Die Inanspruchnahme alternativer Informationsangebote gewährleistet die Kontinuität der Kundenkommunikation. ',
  en: 'The discontinuation of organisational communication activities necessitates consideration of alternative information opportunities. Institutional accessibility requirements determine the continuation of international communications. ',
  fr: 'La discontinuation des communications organisationnelles nécessite la considération attentive des alternatives informationnelles disponibles. ',
} as const;

test.each([
  ['de', 'Amstad'],
  ['en', 'Flesch'],
  ['fr', 'LIX'],
] as const)('a long text that is hard to read is found (%s: %s)', (locale, measure) => {
  const [finding, ...others] = findingsOf(demo, readabilityRule, [locale, hard[locale].repeat(9)], {
    kind: 'blog-post',
    channel: null,
  });
  expect(others).toEqual([]);
  expect(finding?.message.en).toContain(`The text is hard to read: ${measure} `);
  expect(findingsOf(demo, readabilityRule, [locale, hard[locale]], { kind: 'blog-post', channel: null })).toEqual([]);
});
