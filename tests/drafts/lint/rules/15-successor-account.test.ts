import { beforeAll, expect, test } from 'vitest';
import type { SeenAccount } from '../../../../src/drafts/lint/lint-kit.ts';
import { successorAccountRule } from '../../../../src/drafts/lint/rules/15-successor-account.ts';
import type { Successor } from '../../../../src/model/farewell/exit-facts.ts';
import { type DemoLint, demoLint, demoNow } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [successorAccountRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

/** The facts of the demo, with other things said of its first successor. */
function successorWith(changes: Partial<Successor>) {
  const { facts } = demo.kit;
  const [first, ...others] = facts.successors;
  if (first === undefined) throw new Error('The demo has no successor.');
  return { ...facts, successors: [{ ...first, ...changes }, ...others] };
}

const seen = (posts: number, newest: string | null): ReadonlyMap<string, SeenAccount> =>
  new Map([['linkedin', { posts, newest, seenAt: demoNow.toISOString() }]]);

test('the kit of the demo has nothing to look at, and says so', () => {
  const report = demo.check({}, { rules });
  expect(report.findings).toEqual([]);
  expect(report.unchecked).toMatchObject([{ rule: 'successor-account' }]);
});

test('an account that is used is right', () => {
  const more = { rules, facts: successorWith({ channel: 'linkedin' }), accounts: seen(12, '2026-10-20T08:00:00.000Z') };
  expect(demo.check({}, more)).toMatchObject({ findings: [], unchecked: [] });
});

test.each([
  ['an empty one', { channel: 'linkedin' }, seen(0, null), 'error', 'not one post'],
  ['a quiet one', { channel: 'linkedin' }, seen(3, '2026-06-01T08:00:00.000Z'), 'warning', 'days old'],
  ['one that was never kept', { channel: 'linkedin' }, new Map(), 'warning', 'never been kept'],
  ['one that is none of ours', { channel: 'bluesky' }, new Map(), 'error', 'none of ours'],
  ['one that is left as well', { channel: 'x' }, new Map(), 'error', 'left as well'],
  [
    'one whose handle is another',
    { url: 'https://bsky.app/profile/brandt.example', handle: '@brandtsoehne.example' },
    new Map(),
    'error',
    'its handle',
  ],
] as const)('%s is found', (_, changes, accounts, severity, words) => {
  const { findings } = demo.check({}, { rules, facts: successorWith(changes), accounts });
  expect(findings).toMatchObject([{ severity, clash: { kind: 'fact', key: 'successors' } }]);
  expect(findings[0]?.message.en).toContain(words);
});

test('a handle that is the one of the link is right', () => {
  const facts = successorWith({ url: 'https://bsky.app/profile/brandt.example', handle: '@brandt.example' });
  expect(demo.check({}, { rules, facts }).findings).toEqual([]);
});

test.each([
  ['de', 'Folgen Sie uns auf Instagram: https://www.instagram.com/brandt_fremd/'],
  ['en', 'Follow us on Instagram: https://www.instagram.com/brandt_other/'],
  ['fr', 'Suivez-nous : https://bsky.app/profile/autre.example'],
])('people are not sent to an account that is none of ours (%s)', (locale, sentence) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', spot: { draft: `${locale}/reminder-9-x` } }]);
});

test.each([
  ['de', 'Folgen Sie uns auf LinkedIn: https://www.linkedin.com/company/brandt-soehne/'],
  ['de', 'Folgen Sie niemandem auf Instagram: https://www.instagram.com/brandt_fremd/ ist nicht von uns.'],
  ['en', 'See what others say: https://www.instagram.com/brandt_other/'],
])('our accounts, and others that nobody is sent to, are left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'blog-post'],
  ['en', 'announcement-linkedin'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'successor-account', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
