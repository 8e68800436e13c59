import { beforeAll, expect, test } from 'vitest';
import { successorsRule } from '../../../../src/drafts/lint/rules/03-successors.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const rules = [successorsRule];

test('the kit of the demo leads everywhere to the same places', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'newsletter', 'example/klingelpost/)', 'example/klingelpots/)', 'klingelpots'],
  ['en', 'newsletter', 'example/klingelpost/)', 'example/klingelpots/)', 'klingelpots'],
  ['de', 'announcement-x', 'example/abschied-von-x/', 'example/abschied-von-y/', 'abschied-von-y'],
  ['en', 'service-card', 'example/en/leaving-x', 'example/en/leaving-y', 'leaving-y'],
])(
  'one letter of an address is found, with the place that has it right (%s/%s: %s → %s)',
  (locale, id, from, to, words) => {
    const report = demo.check({ [`${locale}/${id}`]: edit(from, to) }, { rules });
    expect(briefly(report).map((line) => line.replace(/ \d+$/, ''))).toEqual([`successors ${locale}/${id}`]);
    const [finding] = report.findings;
    expect(finding?.spot?.words).toContain(words);
    expect(finding?.clash).toMatchObject({ kind: 'draft', spot: { draft: expect.stringContaining(`${locale}/`) } });
    expect(finding?.edit?.to).not.toContain(words);
  },
);

test('where a link is followed from may differ from place to place', () => {
  const tracked = edit(
    'example/klingelpost/)',
    'example/klingelpost/?utm_source=x&utm_medium=mail&utm_campaign=farewell)',
  );
  expect(demo.check({ 'de/newsletter': tracked }, { rules }).findings).toEqual([]);
});
