import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { hostileQuestionsRule } from '../../../../src/drafts/lint/rules/30-hostile-questions.ts';
import { reasonKinds } from '../../../../src/model/farewell/exit-facts.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';

const only = { rules: [hostileQuestionsRule] };
let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

/** Without one question and its answer. */
const without =
  (heading: string) =>
  (file: string): string => {
    const [before, after = ''] = file.split(`### ${heading}\n`);
    return `${before}${after.slice(after.indexOf('\n#') + 1)}`;
  };

test('the kit of the demo answers them all, for every reason and form of address', async () => {
  expect(demo.check({}, only).findings).toEqual([]);
  for (const [at, kind] of reasonKinds.entries()) {
    const voice = { ...demo.kit.facts.voice, address: { de: at % 2 === 0 ? 'formal' : 'informal' } } as const;
    const other = await demoLint({ reason: { kind, sentence: null }, voice });
    expect(other.check({}, only).findings).toEqual([]);
  }
}, 120_000);

test.each([
  ['de', 'Gehen Sie pleite?', 'Das FAQ beantwortet nicht: „Gehen Sie pleite?“'],
  ['de', 'Und Ihre Anzeigen dort?', 'Das FAQ beantwortet nicht: „Schalten Sie dort weiter Anzeigen?“'],
  [
    'de',
    'Ich warte seit Wochen auf eine Antwort.',
    'Das FAQ beantwortet nicht: „Ich warte seit Wochen auf eine Antwort.“',
  ],
  ['en', 'Are jobs being cut?', 'The FAQ does not answer “Are jobs being cut?”.'],
  ['en', 'Will you come back one day?', 'The FAQ does not answer “Will you come back one day?”.'],
])('a question that is not there is found (%s: %s)', (locale, heading, message) => {
  const { findings } = demo.check({ [`${locale}/faq`]: without(heading) }, only);
  expect(findings.map(({ message: said }) => said[locale as 'de' | 'en'])).toEqual([message]);
  expect(findings[0]).toMatchObject({ severity: 'warning', spot: { draft: `${locale}/faq` } });
});

test.each([
  [
    'de',
    'Über Arbeitsplätze sprechen wir zuerst mit den Menschen, die es betrifft; das gilt für jede Antwort, auch für ein Nein.',
    'Was endet, ist ein Auftritt im Netz. ',
  ],
  [
    'en',
    'About jobs we speak first with the people concerned; that goes for any answer, including a no.',
    'What ends is a presence online. ',
  ],
])('an answer that is still to be written is none (%s)', (locale, answer, before) => {
  const report = demo.check({ [`${locale}/faq`]: edit(`${before}${answer}`, 'TODO: noch klären') }, only);
  expect(briefly(report)).toHaveLength(1);
});

test.each([
  ['de', 'bis zum 14. Januar', 'bis zum 21. Januar', 'Das FAQ sagt „21. Januar“, die Karte „14. Januar“.'],
  ['en', 'until 14 January', 'until 21 January', 'The FAQ says “21 January”, the card “14 January”.'],
])('an FAQ that says other than the card does is found, with both places (%s)', (locale, from, to, message) => {
  const { findings } = demo.check({ [`${locale}/faq`]: edit(from, to) }, only);
  expect(findings.map(({ message: said }) => said[locale as 'de' | 'en'])).toEqual([message]);
  expect(findings[0]).toMatchObject({ clash: { kind: 'draft', spot: { draft: `${locale}/service-card` } } });
});

test('without an FAQ it says what it needs', () => {
  const report = demo.check({ 'de/faq': null, 'en/faq': null }, only);
  expect(report.findings).toEqual([]);
  expect(report.unchecked.map(({ rule }) => rule)).toEqual(['hostile-questions']);
});

test.each(['de', 'en'])('the wrong draft of the corpus is found (%s)', async (locale) => {
  const file = new URL(`../../../fixtures/lint/wrong/${locale}/hostile-questions--faq.md`, import.meta.url);
  const report = demo.check({ [`${locale}/faq`]: await readFile(file, 'utf8') }, only);
  expect(briefly(report)).toHaveLength(1);
});
