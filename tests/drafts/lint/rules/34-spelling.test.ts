import { beforeAll, expect, test } from 'vitest';
import { spellingRule } from '../../../../src/drafts/lint/rules/34-spelling.ts';
import type { Dictionary } from '../../../../src/drafts/lint/spelling/dictionary.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

/** A dictionary of a few words; the one with real words is asked in tests/drafts/lint/spelling. */
const dictionary = (locale: 'de' | 'en', words: string): Dictionary => ({
  locale,
  knows: (word) => words.split(' ').some((one) => one === word || one === word.toLowerCase()),
  suggest: () => words.split(' '),
});

const small = {
  dictionaries: [
    dictionary('de', 'die Glocke läutet für und Haus Informations- Glas'),
    dictionary('en', 'the bell rings'),
  ],
};

test.each([
  ['de', 'Die Glocke leutet.', 'warning: leutet'],
  ['en', 'The bell rigns.', 'warning: rigns'],
  ['de', 'Die Glocke quietscht.', 'hint: quietscht'],
  ['en', 'The bell squeaks.', 'hint: squeaks'],
])('what no dictionary has is told, with what it may be meant to be (%s)', (locale, text, said) => {
  const found = findingsOf(demo, spellingRule, [locale, text], small);
  expect(wordsOf(found)).toEqual([said]);
  expect(found[0]?.fix.en.startsWith('Did you mean')).toBe(said.startsWith('warning'));
});

test.each([
  [
    'de',
    'Die Glocke läutet @quitschi #Quietsch https://quietsch.example quietsch@quietsch.example `quietsch` 3quietsch.',
  ],
  ['de', 'Die Haus-Glocke läutet, die Informations-Glas-Glocke läutet, die GLOX läutet, die LinkedGlox läutet.'],
  ['de', 'Brandts Glocke läutet für Brandt & Söhne, Mastodon und Wiebke.'],
  ['de', 'Die Glocke:innen läutet für Glocke*innen.'],
  ['en', 'The bell’s rings, the Bell rings.'],
])('names, addresses, signs and what is put together are left alone: %s %s', (locale, text) => {
  expect(wordsOf(findingsOf(demo, spellingRule, [locale, text], small))).toEqual([]);
});

test('a word is told once for a language, with how many drafts have it, and words of one’s own are known', () => {
  const changes = {
    'de/reminder-1-x': (file: string) => `${file}\n\nQuietsch!\n`,
    'de/reminder-2-x': (file: string) => `${file}\n\nquietsch\n`,
  };
  const more = {
    rules: [spellingRule],
    dictionaries: [{ locale: 'de' as const, knows: (word: string) => !/quietsch/i.test(word), suggest: () => [] }],
  };
  const { findings } = demo.check(changes, more);
  expect(findings.map(({ spot, message }) => [spot?.draft, message.en])).toEqual([
    ['de/reminder-1-x', '“Quietsch” is in no dictionary (2 drafts).'],
  ]);
  expect(demo.check(changes, { ...more, ownWords: ['Quietsch'] }).findings).toEqual([]);
});

test('without a dictionary it says that nothing was looked up, and languages without one are left alone', () => {
  const { unchecked, findings } = demo.check({}, { rules: [spellingRule] });
  expect(findings).toEqual([]);
  expect(unchecked.map(({ rule, because }) => [rule, because.en])).toEqual([
    ['spelling', expect.stringContaining('No dictionary is installed')],
  ]);
  expect(findingsOf(demo, spellingRule, ['fr', 'Une cloche qui grinse.'], small)).toEqual([]);
});
