import { beforeAll, expect, test } from 'vitest';
import { tooLongRule } from '../../../../src/drafts/lint/rules/07-too-long.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Am Donnerstag', `${'Wir sagen es noch einmal in Ruhe und mit Bedacht. '.repeat(5)}Am Donnerstag`],
  ['en', 'Our time', `${'We say it once more, calmly and with care. '.repeat(6)}Our time`],
])('a post of a thread that somebody made longer is found, with by how much (%s)', (locale, from, to) => {
  const report = demo.check({ [`${locale}/announcement-x`]: edit(from, to) }, { rules: [tooLongRule] });
  expect(briefly(report)).toEqual([`too-long ${locale}/announcement-x 12`]);
  const [finding] = report.findings;
  expect(finding?.message.en).toMatch(/^Post 1 of the thread takes \d+ of 280 characters on X\.$/);
  expect(finding?.fix.de).toMatch(/^Kürzen Sie um \d+, oder setzen Sie „<!-- next post -->“/);
});

test.each(['de', 'en', 'ar', 'tr'])('a draft that nobody planned is counted by its channel (%s)', (locale) => {
  const [finding] = findingsOf(demo, tooLongRule, [locale, 'é'.repeat(281)]);
  expect(finding?.message.en).toBe('The text takes 281 of 280 characters on X.');
  expect(findingsOf(demo, tooLongRule, [locale, 'é'.repeat(280)])).toEqual([]);
});

test('a fact that takes the most room is named', () => {
  const words =
    'Unsere Website, das Telefon und der Ersatzteildienst für jede Glocke seit 1949 bleiben, wie sie sind. ';
  const report = demo.check(
    { 'de/announcement-fediverse': (file) => `${file}${words.repeat(3)}` },
    { rules: [tooLongRule] },
  );
  expect(report.findings[0]?.fix.en).toContain('exit.');
  expect(report.findings[0]?.clash?.kind).toBe('fact');
});

test.each(['de', 'en'])('a reply that is kept ready has a short form that fits everywhere (%s)', (locale) => {
  const place = { kind: 'crisis-prize', channel: null, fields: { short: 'x'.repeat(281) } };
  expect(findingsOf(demo, tooLongRule, [locale, 'A.'], place).map(({ severity }) => severity)).toEqual(['warning']);
});

test('what fits is left alone', () => {
  expect(wordsOf(findingsOf(demo, tooLongRule, ['de', 'Am 31. Dezember endet unsere Zeit auf X.']))).toEqual([]);
});
