import { beforeAll, expect, test } from 'vitest';
import { placeholderRule } from '../../../../src/drafts/lint/rules/08-placeholder.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Unser letzter Beitrag kommt am TODO.', ['error: TODO']],
  ['de', 'Danke, [Name Kundin], für alles.', ['error: [Name Kundin]']],
  ['de', 'Am {{ last_day }} ist Schluss, {% if x %}.', ['error: {{ last_day }}', 'error: {% if x %}']],
  ['de', 'Mehr dazu: Link folgt.', ['error: Link folgt']],
  ['de', 'Der Grund: null.', ['error: null']],
  ['de', 'Am TT.MM.JJJJ gehen wir.', ['error: TT.MM.JJJJ']],
  ['de', 'Ab dann lesen Sie die die Klingelpost.', ['warning: die die']],
  ['en', 'Our last post is on undefined, at tbd.', ['error: undefined', 'error: tbd']],
  [
    'en',
    'We thank <Name>, and more is lorem ipsum dolor sit amet.',
    ['error: <Name>', 'error: lorem ipsum dolor sit amet'],
  ],
  ['en', 'Text.\n<<<<<<< HEAD\nOne.\n>>>>>>> other', ['error: <<<<<<< HEAD', 'error: >>>>>>> other']],
  ['en', 'You will find us at the the website.', ['warning: the the']],
  ['en', 'More at https://example.com/page', ['error: https://example.com/page']],
  ['fr', 'Rendez-vous sur [lien].', ['error: [lien]']],
  ['es', 'Hasta el XX.XX.', ['error: XX.XX.']],
  ['it', 'Ciao {nome}, lasciamo X.', ['error: {nome}']],
  ['nl', 'Tot ziens op de de website.', ['warning: de de']],
  ['pl', 'Ostatni wpis: FIXME', ['error: FIXME']],
  ['pt', 'Até {dia}.', ['error: {dia}']],
  ['tr', 'Son gönderi: %TARIH%', ['error: %TARIH%']],
  ['ar', 'آخر منشور: [التاريخ]', ['error: [التاريخ]']],
])('what was to be filled in is found (%s: %s)', (locale, text, words) => {
  expect(wordsOf(findingsOf(demo, placeholderRule, [locale, text]))).toEqual(words);
});

test.each([
  ['de', 'Null Uhr, null Toleranz: Die, die bleiben, grüßen wir. „Das […] war gut“, schrieb jemand [1].'],
  ['en', 'What they had had, they kept; I know that that is little. See https://www.brandt-soehne.example/a?b={c}'],
  ['fr', 'Nous nous retrouvons ailleurs.'],
  ['tr', 'Yavaş yavaş ayrılıyoruz.'],
])('what only looks like it is left alone (%s: %s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, placeholderRule, [locale, text])).filter((one) => !one.includes('{c}'))).toEqual([]);
});

test('Markdown is markup on a channel, and none of our business elsewhere', () => {
  const text = '**Am 31. Dezember** endet unsere Zeit, [mehr dazu](https://www.brandt-soehne.example/).';
  expect(wordsOf(findingsOf(demo, placeholderRule, ['de', text]))).toEqual([
    'warning: **Am 31. Dezember**',
    'warning: [mehr dazu](https://www.brandt-soehne.example/)',
  ]);
  expect(findingsOf(demo, placeholderRule, ['de', text], { kind: 'blog-post', channel: null })).toEqual([]);
});

test.each(['de', 'en'])('an empty text, an empty field and an empty post are found (%s)', (locale) => {
  expect(findingsOf(demo, placeholderRule, [locale, '']).map((one) => one.message.en)).toEqual(['The text is empty.']);
  const place = { kind: 'blog-post', channel: null, fields: { title: '' } };
  expect(findingsOf(demo, placeholderRule, [locale, 'A.'], place).map((one) => one.message.en)).toEqual([
    'The field “title” is empty.',
  ]);
  const thread = 'A.\n\n<!-- next post -->\n\n<!-- next post -->\n\nB.';
  expect(findingsOf(demo, placeholderRule, [locale, thread]).map((one) => one.message.en)).toEqual([
    'A post of the thread is empty.',
  ]);
});
