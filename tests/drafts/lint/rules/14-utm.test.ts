import { beforeAll, expect, test } from 'vitest';
import { utmRule } from '../../../../src/drafts/lint/rules/14-utm.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const page = {
  de: 'https://www.brandt-soehne.example/abschied-von-x/',
  en: 'https://www.brandt-soehne.example/en/leaving-x/',
};
const rule = { source: '{channel}', medium: 'social', campaign: 'farewell' };
const right = 'utm_source=x&utm_medium=social&utm_campaign=farewell';
const withRule = () => ({ facts: { ...demo.kit.facts, utm: rule } });

test.each(['de', 'en'] as const)('a link to the page in a post carries what the rule says (%s)', (locale) => {
  const [none] = findingsOf(demo, utmRule, [locale, page[locale]], withRule());
  expect([none?.severity, none?.edit?.to]).toEqual(['warning', `${page[locale]}?${right}`]);
  const [mixed] = findingsOf(demo, utmRule, [locale, `${page[locale]}?${right.replace('=x', '=twitter')}`], withRule());
  expect(mixed?.message.en).toContain('utm_source is “twitter”; the rule in lastpost.yaml makes it “x”.');
  expect(mixed?.edit?.to).toBe(`${page[locale]}?${right}`);
  expect(findingsOf(demo, utmRule, [locale, `${page[locale]}?${right}`], withRule())).toEqual([]);
  expect(findingsOf(demo, utmRule, [locale, 'https://www.brandt-soehne.example/klingelpost/'], withRule())).toEqual([]);
});

test.each([
  ['de', 'press-release'],
  ['en', 'service-card'],
  ['de', 'staff-memo'],
  ['en', 'image-card'],
] as const)('in press, print and papers for the staff there is none (%s/%s)', (locale, kind) => {
  const place = { ...withRule(), kind, channel: null };
  const [finding] = findingsOf(demo, utmRule, [locale, `${page[locale]}?${right}&a=1#b`], place);
  expect(finding?.edit?.to).toBe(`${page[locale]}?a=1#b`);
  expect(findingsOf(demo, utmRule, [locale, page[locale]], place)).toEqual([]);
});

test('without a rule nothing is tagged anywhere', () => {
  expect(wordsOf(findingsOf(demo, utmRule, ['en', `${page.en}?utm_source=x`]))).toEqual([
    `warning: ${page.en}?utm_source=x`,
  ]);
});

test('a kit that is made with the rule says nothing', async () => {
  const tagged = await demoLint({ utm: rule });
  expect(tagged.check({}, { rules: [utmRule] }).findings).toEqual([]);
});
