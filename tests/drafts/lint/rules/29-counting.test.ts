import { beforeAll, expect, test } from 'vitest';
import { countingRule } from '../../../../src/drafts/lint/rules/29-counting.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const sms = { kind: 'announcement', channel: 'sms' };

test.each([
  ['de', 'So geht’s weiter', '’', "'"],
  ['de', 'Am 31. Dezember – und dann?', '–', '-'],
  ['en', 'Until then…', '…', '...'],
  ['en', 'at 3\u00a0pm', '\u00a0', ' '],
  ['it', 'È finita «qui', '«', null],
  ['nl', 'Tot dan…', '…', '...'],
])('a sign that makes an SMS dearer is named, with a plain one for it (%s: %s)', (locale, text, sign, plain) => {
  const found = findingsOf(demo, countingRule, [locale, text], sms);
  if (plain === null) return expect(found).toEqual([]);
  expect(wordsOf(found)).toEqual([`hint: ${sign}`]);
  expect(found[0]?.edit?.to).toBe(plain);
  expect(found[0]?.message.en).toContain('takes 1 message of 70 characters, where 1 of 160 would do.');
});

test.each(['pl', 'tr', 'ar', 'fr', 'es', 'pt'])(
  'a letter that the language needs is named once, where it costs (%s)',
  (locale) => {
    const letters = { pl: 'ż', tr: 'ş', ar: 'م', fr: 'ê', es: 'á', pt: 'ã' }[locale] ?? '';
    expect(wordsOf(findingsOf(demo, countingRule, [locale, `${'a '.repeat(40)}${letters}${letters}`], sms))).toEqual([
      `hint: ${letters}`,
    ]);
    expect(findingsOf(demo, countingRule, [locale, letters], sms)).toEqual([]);
  },
);

test.each(['de', 'en'])('a post on X that is over by its “…” is told so (%s)', (locale) => {
  expect(wordsOf(findingsOf(demo, countingRule, [locale, `${'a'.repeat(279)}…`]))).toEqual(['hint: …']);
  expect(findingsOf(demo, countingRule, [locale, `${'a'.repeat(278)}…`])).toEqual([]);
  expect(findingsOf(demo, countingRule, [locale, 'a'.repeat(290)])).toEqual([]);
});

test.each(['de', 'en'])('an SMS in plain letters is left alone (%s)', (locale) => {
  expect(findingsOf(demo, countingRule, [locale, "Gr\u00fc\u00dfe, it's over."], sms)).toEqual([]);
});
