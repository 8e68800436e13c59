import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/completeness.ts';
import type { Finding } from '../../src/model/finding.ts';
import {
  type Assessed,
  account,
  assess,
  claim,
  endOf,
  gap,
  listed,
  picture,
  postFinding,
  profile,
  somePosts,
} from './make-assessment.ts';

type Row = readonly [title: string, verdict: Verdict, findings: readonly Finding[], more?: Assessed];

const rounded = { reach: 'rounded' } as const;
const atLeast = { reach: 'at-least' } as const;
const moreHidden = { reach: 'more-hidden' } as const;
const unreadable = (id: string | null): Finding => ({
  kind: 'unreadable',
  id,
  where: `item ${id}`,
  message: 'no text',
});

const withheld = { kind: 'withheld', reason: 'login-wall', url: `${account}/list?page=2`, message: 'Log in.' } as const;

/** docs/completeness.md tells this table in words. */
const rows: readonly Row[] = [
  ['an exact count that is reached', 'complete', [...somePosts(3), claim(3)]],
  ['a list that was read to its end', 'complete', [...somePosts(3), endOf()]],
  ['a list that names what is there', 'complete', [...somePosts(2), listed('1'), listed('2'), endOf()]],
  ['a count with hidden posts in it that is reached all the same', 'complete', [...somePosts(3), claim(3, moreHidden)]],
  ['a rounded count that fits, and a list read to its end', 'complete', [...somePosts(3), claim(3, rounded), endOf()]],
  ['a lower bound, and a list read to its end', 'complete', [...somePosts(9), claim(3, atLeast), endOf()]],
  ['a count that is too low, and a list read to its end', 'complete', [...somePosts(9), claim(3), endOf()]],
  ['a count that is no number, and a list read to its end', 'complete', [...somePosts(3), claim(-1), endOf()]],
  ['a post less than before, deleted on the way', 'complete', [...somePosts(3), claim(3), claim(2)]],
  ['nothing counted, nothing listed, nothing there', 'complete', [claim(0), endOf()]],

  ['a post that is missing by name', 'complete-with-named-gaps', [...somePosts(2), claim(3), listed('3')]],
  ['a post that could not be read', 'complete-with-named-gaps', [...somePosts(2), claim(3), unreadable('3')]],
  ['a reading without an id that failed', 'complete-with-named-gaps', [...somePosts(3), claim(3), unreadable(null)]],
  [
    'a picture that is missing',
    'complete-with-named-gaps',
    [...somePosts(2), postFinding('3', { media: [picture('https://p.example/1.jpg', false)] }), claim(3)],
  ],
  [
    'a post of which an excerpt alone is there',
    'complete-with-named-gaps',
    [...somePosts(2), postFinding('3', { extent: 'part' }), claim(3)],
  ],
  ['a gap anywhere', 'complete-with-named-gaps', [...somePosts(3), claim(3)], { gaps: [gap('resource-failed')] }],
  [
    'all posts counted, and a wall at the account',
    'complete-with-named-gaps',
    [...somePosts(3), claim(3)],
    { gaps: [gap('login-wall', account)] },
  ],
  [
    'a list read to its end, and one page that refuses',
    'complete-with-named-gaps',
    [...somePosts(3), endOf()],
    { gaps: [gap('forbidden')] },
  ],

  ['fewer than counted', 'incomplete', [...somePosts(2), claim(3)]],
  ['fewer than counted, although the list was read to its end', 'incomplete', [...somePosts(2), claim(3), endOf()]],
  ['fewer than counted, one of two by name', 'incomplete', [...somePosts(2), claim(4), listed('3')]],
  ['fewer than a rounded count can mean', 'incomplete', [...somePosts(40), claim(4800, rounded)]],
  ['fewer than a lower bound', 'incomplete', [...somePosts(2), claim(3, atLeast)]],
  [
    'too few of one kind and too many of another',
    'incomplete',
    [
      ...somePosts(2),
      ...['7', '8'].map((id) => postFinding(id, { kind: 'page' })),
      claim(3),
      claim(1, { name: 'pages', kinds: ['page'] }),
    ],
  ],
  ['a count with hidden posts in it, and no list that ends', 'incomplete', [...somePosts(2), claim(3, moreHidden)]],
  ['a login wall after some posts', 'incomplete', somePosts(3), { gaps: [gap('login-wall', account)] }],
  [
    'a list read to its end, and a wall at the account',
    'incomplete',
    [...somePosts(3), endOf()],
    { gaps: [gap('bot-wall', account)] },
  ],
  [
    'a list read to its end, and another that the platform did not go on with',
    'incomplete',
    [...somePosts(3), endOf(), withheld],
    { gaps: [gap('login-wall', withheld.url)] },
  ],
  [
    'a list read to its end, and a crawl that was stopped',
    'incomplete',
    [...somePosts(3), endOf()],
    { gaps: [gap('interrupted')] },
  ],
  ['a listed post that is missing, and no count', 'incomplete', [...somePosts(2), listed('3', { list: 'feed' })]],
  ['every post known by name and not one there', 'incomplete', [listed('1'), listed('2'), endOf()]],
  ['every post there and none readable', 'incomplete', [unreadable('1'), unreadable('2'), claim(2)]],
  ['a count that is absurdly high', 'incomplete', [...somePosts(3), claim(999_999_999)]],
  ['a post that came while the crawl ran', 'incomplete', [...somePosts(3), claim(3), claim(4)]],

  ['no claim and no list', 'cannot-tell', somePosts(3)],
  [
    'no claim, no list, and a part of a page that failed',
    'cannot-tell',
    somePosts(3),
    { gaps: [gap('resource-failed')] },
  ],
  ['a rounded count that fits', 'cannot-tell', [...somePosts(3), claim(3, rounded)]],
  ['a lower bound that is reached', 'cannot-tell', [...somePosts(3), claim(3, atLeast)]],
  ['a count that is too low, and no list', 'cannot-tell', [...somePosts(9), claim(3)]],
  ['a count that is negative', 'cannot-tell', [...somePosts(3), claim(-1)]],
  ['a count that is no number', 'cannot-tell', [...somePosts(3), claim(Number.NaN)]],
  ['a count beyond all accounts', 'cannot-tell', [...somePosts(3), claim(1e15)]],
  ['all of the lists, and hidden posts counted', 'cannot-tell', [...somePosts(3), claim(5, moreHidden), endOf()]],
  [
    'two counts that contradict each other',
    'cannot-tell',
    [...somePosts(3), claim(3), claim(5, { name: 'shown', reach: 'rounded' })],
  ],
  [
    'posts of a kind that nothing counts',
    'cannot-tell',
    [...somePosts(3), postFinding('9', { kind: 'page' }), claim(3)],
  ],
  ['nothing found, and a count of nothing', 'cannot-tell', [claim(0)]],
  ['nothing found at all', 'cannot-tell', []],
  ['nothing found, and a list at its end', 'cannot-tell', [endOf()]],
  ['a private account', 'cannot-tell', [profile('private')]],
  ['a suspended account that counts nothing', 'cannot-tell', [profile('suspended'), claim(0), endOf()]],
  ['a private account that counts more than is there', 'incomplete', [profile('private'), claim(12)]],
  ['a private account, seen whole by somebody who may', 'complete', [profile('private'), ...somePosts(3), claim(3)]],
];

describe('the verdict', () => {
  for (const [title, verdict, findings, more] of rows) {
    it(`is ${verdict} with ${title}`, async () => {
      const report = await assess(findings, more);
      expect(report.verdict, report.because.en).toBe(verdict);
      for (const text of [report.because.en, report.because.de]) expect(text).toMatch(/^[A-ZÄÖÜ0-9].*\.$/);
    });
  }

  it('says complete in no case with a gap, and in none without a proof', async () => {
    const proofs: readonly (readonly Finding[])[] = [
      [claim(3)],
      [endOf()],
      [claim(3), endOf()],
      [claim(3, moreHidden)],
    ];
    const flaws: readonly (readonly [readonly Finding[], Assessed])[] = [
      [[], { gaps: [gap('not-kept')] }],
      [[], { gaps: [gap('rate-limited')] }],
      [[listed('77', { list: 'sitemap' })], {}],
      [[unreadable('88')], {}],
      [[postFinding('3', { extent: 'part' })], {}],
      [[postFinding('1', { media: [picture('https://p.example/1.jpg', false)] })], {}],
    ];
    for (const proof of proofs) {
      expect((await assess([...somePosts(3), ...proof])).verdict).toBe('complete');
      for (const [flaw, more] of flaws) {
        const isPart = flaw.some((finding) => finding.kind === 'post' && finding.post.extent === 'part');
        const posts = isPart ? somePosts(2) : somePosts(3);
        expect((await assess([...posts, ...flaw, ...proof], more)).verdict).not.toBe('complete');
      }
    }
    for (const [flaw, more] of flaws)
      expect((await assess([...somePosts(3), ...flaw], more)).verdict).not.toBe('complete');
  });
});
