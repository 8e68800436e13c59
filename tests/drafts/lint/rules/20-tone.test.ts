import { beforeAll, expect, test } from 'vitest';
import { toneRule } from '../../../../src/drafts/lint/rules/20-tone.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Wir gehen, auch wegen der Shitstorms.', 'Shitstorms'],
  ['en', 'We go for ever.', 'for ever'],
  ['de', 'X ist eine Hassplattform geworden.', 'Hassplattform'],
  ['de', 'Wir verlassen dieses sinkende Schiff.', 'sinkende Schiff'],
  ['en', 'X has become a cesspool.', 'cesspool'],
  ['en', 'We leave this toxic place.', 'toxic'],
])('a word that the brand does not use, or that is against others, is found (%s: %s)', (locale, text, word) => {
  expect(wordsOf(findingsOf(demo, toneRule, [locale, text]))).toEqual([`warning: ${word}`]);
});

test.each([
  ['de', 'Brandt und Söhne bauen Fahrradglocken.', 'Brandt und Söhne'],
  ['de', 'Brandt & Soehne bauen Fahrradglocken.', 'Brandt & Soehne'],
  ['de', 'Brand & Söhne bauen Fahrradglocken.', 'Brand & Söhne'],
  ['en', 'BRANDT & SÖHNE make bicycle bells.', 'BRANDT & SÖHNE'],
  ['en', 'Brandt and Söhne make bicycle bells.', 'Brandt and Söhne'],
  ['en', 'Brandt & Sohne make bicycle bells.', 'Brandt & Sohne'],
  ['fr', 'Brandt et Söhne quittent X.', 'Brandt et Söhne'],
  ['pl', 'Brandt i Söhne opuszczają X.', 'Brandt i Söhne'],
])('the brand with a letter wrong is found, and can be put right (%s: %s)', (locale, text, said) => {
  const [finding, ...others] = findingsOf(demo, toneRule, [locale, text]);
  expect(others).toEqual([]);
  expect([finding?.severity, finding?.spot?.words, finding?.edit?.to]).toEqual(['warning', said, 'Brandt & Söhne']);
});

test.each([
  ['de', 'Brandt & Söhne, Henrike Brandt und ihre Söhne; brandt-soehne.example und @brandtsoehne.'],
  ['de', '### Ist das nicht toxisch?'],
  ['de', '## Nicht sagen\nKein Wort vom Shitstorm, nichts für immer.\n\n## Sonst\nAlles andere.'],
  ['en', '## Do not say\nNo “cesspool”, nothing for ever.'],
])(
  'names of people, addresses, questions of others and what is not to be said are left alone (%s: %s)',
  (locale, text) => {
    expect(wordsOf(findingsOf(demo, toneRule, [locale, text], { kind: 'faq', channel: null }))).toEqual([]);
  },
);

test('a brand of one word is known by its letters', () => {
  const more = { brand: 'LastPost' };
  expect(wordsOf(findingsOf(demo, toneRule, ['en', 'Lastpost and LastPost’s people.'], more))).toEqual([
    'warning: Lastpost',
  ]);
  expect(findingsOf(demo, toneRule, ['en', 'The bell rings.'], { brand: 'Bell' })).toEqual([]);
});

test.each([
  ['de', 'Sie fragten: "Warum?"', '„Warum?“'],
  ['de', 'Sie fragten: “Warum?”', '„Warum?“'],
  ['de', 'Sie fragten: „Warum?”', '„Warum?“'],
  ['de', 'Das war’s - und danke.', '–'],
  ['en', 'They asked: "Why?"', '“Why?”'],
  ['en', 'They asked: „Why?“', '“Why?”'],
  ['en', "It doesn't ring.", '’'],
  ['fr', 'Ils demandent : "Pourquoi ?"', '«\u202fPourquoi ?\u202f»'],
  ['fr', 'Merci\u202f! Pourquoi ? Parce que.', '\u202f'],
  ['es', 'Preguntaron: "¿Por qué?"', '«¿Por qué?»'],
  ['it', 'Hanno chiesto: "Perché?"', '«Perché?»'],
  ['nl', 'Ze vroegen: "Waarom?"', '“Waarom?”'],
  ['pl', 'Pytali: "Dlaczego?"', '„Dlaczego?”'],
  ['pt', 'Perguntaram: "Porquê?"', '«Porquê?»'],
  ['tr', 'Sordular: "Neden?"', '“Neden?”'],
  ['ar', 'سألوا: "لماذا؟"', '«لماذا؟»'],
])('signs are set as in the language (%s: %s)', (locale, text, right) => {
  const found = findingsOf(demo, toneRule, [locale, text]);
  expect(found[0]?.severity).toBe('hint');
  expect(found[0]?.edit?.to).toBe(right);
});

test.each([
  ['de', '„Kann ich noch schreiben?“ fragte jemand, und: »Ja.« Ein Lenker mit 26" ist dabei, 8–15 Uhr.'],
  ['en', '“Can I still write?” someone asked. It doesn’t ring. See https://www.brandt-soehne.example/a-b'],
  ['fr', 'Ils ont dit\u00a0: «\u202fMerci\u202f!\u202f»'],
])('what is set right is left alone (%s: %s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, toneRule, [locale, text]))).toEqual([]);
});

test('an SMS is better off with straight quotes', () => {
  expect(findingsOf(demo, toneRule, ['de', 'Sie fragten: "Warum?"'], { channel: 'sms' })).toEqual([]);
});
