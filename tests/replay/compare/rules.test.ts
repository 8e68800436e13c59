import { expect, test } from 'vitest';
import type { CompletenessReport } from '../../../src/model/completeness.ts';
import { type DescribedSide, isOtherView, unfairnessOf } from '../../../src/model/fairness.ts';
import type { FoundPost, Post } from '../../../src/model/post.ts';
import type { ScopeReport } from '../../../src/model/snapshot.ts';
import { compareLooks } from '../../../src/replay/compare/compare-looks.ts';
import { comparePosts, type PostsSight } from '../../../src/replay/compare/compare-posts.ts';
import { Everywhere } from '../../../src/replay/compare/everywhere.ts';
import { hrefsOf } from '../../../src/replay/compare/hrefs-of.ts';
import { changedPlaces, diffWords } from '../../../src/replay/compare/word-diff.ts';
import { blogPost, completeReport, stripes } from '../../support/compared-snapshots.ts';

async function* linesOf(posts: readonly (FoundPost | undefined)[]): AsyncGenerator<Post | undefined> {
  for (const post of posts) yield post && { ...post, channel: 'blog', archive: null };
}

const unasked = { statusBefore: () => undefined, statusAfter: () => undefined };

function sightOf(more: Partial<PostsSight> = {}): PostsSight {
  const after = completeReport() as unknown as CompletenessReport;
  const beforeTakenAt = '2026-11-10T00:00:00.000Z';
  return { beforeTakenAt, before: null, after, isFair: true, isWhole: true, ...unasked, ...more };
}

const compare = (
  before: readonly (FoundPost | undefined)[],
  after: readonly (FoundPost | undefined)[],
  sight = sightOf(),
) => comparePosts(linesOf(before), linesOf(after), sight);

test('a word diff puts the two texts together again', () => {
  const runs = diffWords('We close on 1 May. Thank you!', 'We close on 2 June. Thank you!');
  const side = (left: string) => runs.filter(({ kind }) => kind !== left).map(({ text }) => text);
  expect(side('added').join('')).toBe('We close on 1 May. Thank you!');
  expect(side('removed').join('')).toBe('We close on 2 June. Thank you!');
  expect(runs.some(({ kind }) => kind === 'removed')).toBe(true);
});

test('two huge texts with nothing in common are told apart in bounded time', () => {
  const words = (seed: number) => Array.from({ length: 30_000 }, (_, at) => `w${(at * seed) % 9973}`).join(' ');
  const startedMs = performance.now();
  const runs = diffWords(words(7), words(11));
  expect(runs.some(({ kind }) => kind === 'added')).toBe(true);
  expect(performance.now() - startedMs).toBeLessThan(20_000);
});

test('white space alone is no change', () => {
  expect(changedPlaces('We  are\nclosing.', 'We are closing. ')).toEqual([]);
});

test('a year in the footer of all pages is told once, and so is a counter with another number on each', () => {
  const everywhere = new Everywhere();
  const page = (visits: number) =>
    changedPlaces(`Text ${visits} visits © 2025 Aurora`, `Text ${visits + 3} visits © 2026 Aurora`);
  for (let at = 0; at < 6; at += 1) everywhere.add(page(100 + at * 17));
  expect(everywhere.list().length).toBeGreaterThan(0);
  expect(everywhere.list().every(({ pages }) => pages === 6)).toBe(true);
  const price = changedPlaces('The bell costs 12 euros today', 'The bell costs 14 euros today');
  expect(price.map((hunk) => everywhere.has(hunk))).toEqual([false]);
});

test('what changed on two of twenty pages is not everywhere', () => {
  const everywhere = new Everywhere();
  const hunks = changedPlaces('one apple', 'one pear');
  for (let at = 0; at < 20; at += 1) everywhere.add(at < 2 ? hunks : []);
  expect(everywhere.list()).toEqual([]);
});

test('new, edited and gone posts are told apart', async () => {
  const result = await compare(
    [blogPost('a'), blogPost('b', { text: 'We close in May.' }), blogPost('c')],
    [
      blogPost('b', { text: 'We close in June.' }),
      blogPost('a'),
      blogPost('d', { published: '2026-11-12T08:00:00.000Z' }),
    ],
  );
  expect(result.added.map(({ id }) => id)).toEqual(['d']);
  expect(result.edited.map(({ id }) => id)).toEqual(['b']);
  expect(result.edited[0]?.text).toContainEqual({ kind: 'removed', text: 'May' });
  expect(result.gone).toMatchObject([{ id: 'c', because: 'complete-list' }]);
  expect(result.notSeen).toEqual([]);
});

test('a post older than the earlier snapshot is not called new', async () => {
  const result = await compare([], [blogPost('old', { published: '2020-01-01T00:00:00.000Z' })]);
  expect([result.added.length, result.foundLate.length]).toEqual([0, 1]);
});

test('a post that is newer than all that were there is new, though it is dated before the earlier snapshot', async () => {
  const known = blogPost('a', { published: '2026-11-01T08:00:00.000Z' });
  const lastPost = blogPost('z', { published: '2026-11-09T08:00:00.000Z' });
  const older = blogPost('b', { published: '2026-10-20T08:00:00.000Z' });
  const result = await compare([known], [known, lastPost, older]);
  expect([result.added.map(({ id }) => id), result.foundLate.map(({ id }) => id)]).toEqual([['z'], ['b']]);
  const first = await compare([], [lastPost]);
  expect([first.added.length, first.foundLate.length]).toEqual([0, 1]);
});

test.each([
  ['its page answered 404 then', { statusBefore: () => 404 }],
  [
    'the platform said then that it was gone',
    { before: completeReport({ gone: [{ id: 'c', url: null, message: '' }] }) },
  ],
  ['somebody else knows it', { wasGone: (id: string) => id === 'c' }],
] as const)('a post that was gone before is back, and not new, when %s', async (_when, more) => {
  const post = blogPost('c', { url: 'https://x.example/c' });
  const result = await compare([], [post], sightOf(more as never));
  expect([result.back.length, result.added.length, result.foundLate.length]).toEqual([1, 0, 0]);
  const unfair = await compare([], [post], sightOf({ ...(more as object), isFair: false }));
  expect([unfair.back.length, unfair.foundLate.length]).toEqual([0, 1]);
});

test('what was published since the earlier snapshot is new, whatever its address answered then', async () => {
  const post = blogPost('c', { url: 'https://x.example/c', published: '2026-11-12T08:00:00.000Z' });
  const result = await compare([], [post], sightOf({ statusBefore: () => 404 }));
  expect([result.back.length, result.added.length]).toEqual([0, 1]);
});

test.each([
  ['nobody can tell whether the list is whole', { after: completeReport({ verdict: 'cannot-tell' }) }],
  ['the list is known to have gaps', { after: completeReport({ verdict: 'complete-with-named-gaps' }) }],
  ['there is no report', { after: null }],
  ['the snapshots were seen by two viewers', { isFair: false }],
  ['the later snapshot is partial', { isWhole: false }],
  ['its page still answers', { statusAfter: () => 200 }],
  ['it is named as missing', { after: completeReport({ missingPosts: [{ id: 'c', url: null }] }) }],
] as const)('a post that is not there is "not seen" when %s', async (_when, more) => {
  const result = await compare([blogPost('c', { url: 'https://x.example/c' })], [], sightOf(more as never));
  expect([result.gone.length, result.notSeen.length]).toEqual([0, 1]);
});

test('a post is gone when its page answers 404, even if the list is not whole', async () => {
  const after = completeReport({ verdict: 'cannot-tell' }) as unknown as CompletenessReport;
  const result = await compare(
    [blogPost('c', { url: 'https://x.example/c' })],
    [],
    sightOf({ after, statusAfter: () => 404 }),
  );
  expect(result.gone).toMatchObject([{ id: 'c', because: 'not-found' }]);
});

const scope: ScopeReport = {
  kind: 'host',
  include: ['^https://cdn'],
  exclude: [],
  maxDepth: null,
  sitemaps: true,
  maxPages: 100,
  maxBytes: null,
  maxTimeMs: null,
};

function seenWith(more: Partial<ScopeReport> | undefined): DescribedSide {
  const side = { takenAt: null, channel: 'blog', url: 'https://x.example/' };
  const crawl = { state: 'complete' as const, gaps: [], robots: 'obeyed' as const };
  return { side, crawl: more === undefined ? crawl : { ...crawl, scope: { ...scope, ...more } } };
}

test.each([
  ['kind', { kind: 'prefix' }],
  ['depth', { maxDepth: 2 }],
  ['include', { include: [] }],
  ['exclude', { exclude: ['/tag/'] }],
  ['sitemaps', { sitemaps: false }],
] as const)('a narrower scope is noticed by its %s, and a wider one is none', (what, more) => {
  const narrower = unfairnessOf(seenWith({}), seenWith(more as Partial<ScopeReport>));
  expect(narrower).toMatchObject([{ kind: 'narrower-scope', what }]);
  // Whatever was asked for has answered all the same.
  expect(isOtherView(narrower)).toBe(false);
  expect(unfairnessOf(seenWith(more as Partial<ScopeReport>), seenWith({}))).toEqual([]);
});

test('of a snapshot that does not tell its scope nothing is said', () => {
  expect(unfairnessOf(seenWith(undefined), seenWith({ maxDepth: 1 }))).toEqual([]);
  expect(unfairnessOf(seenWith({}), seenWith(undefined))).toEqual([]);
});

test('an excerpt beside the whole post is no edit', async () => {
  const whole = blogPost('a', { text: 'We close in May. Thank you.' });
  const result = await compare([whole], [{ ...whole, text: 'We close …', extent: 'part' }]);
  expect(result.edited).toEqual([]);
});

test('rounded counts are told as rounded, and lines that are no posts are counted', async () => {
  const result = await compare(
    [blogPost('a', { counts: { likes: 1200, replies: 3 } }), undefined],
    [blogPost('a', { counts: { likes: 1300, replies: 4 } })],
  );
  expect(result.counts[0]?.moved).toEqual([
    { name: 'likes', from: 1200, to: 1300, isRounded: true },
    { name: 'replies', from: 3, to: 4, isRounded: false },
  ]);
  expect(result.unreadable).toEqual({ before: 1, after: 0 });
});

test('a picture that moved down under a banner is known as such', () => {
  const compared = compareLooks(stripes(), stripes({ bar: 30 }), true);
  expect(compared?.change).toMatchObject({ kind: 'moved', movedBy: 30 });
  expect(compared?.mask?.subarray(1, 4).toString()).toBe('PNG');
});

test('equal pictures have no change, and what is no picture cannot be compared', () => {
  expect(compareLooks(stripes(), stripes(), true)).toEqual({ change: null });
  expect(compareLooks(stripes(), Buffer.from('no picture at all, but long enough'), true)).toBeUndefined();
});

test('links are read with the base of the page and without fragments', () => {
  const html =
    '<base href="/de/"><a href="x#top">x</a><a href="mailto:a@b.example">m</a><a href="//other.example/">o</a>';
  expect(hrefsOf(html, 'https://blog.example.org/')).toEqual([
    'https://blog.example.org/de/x',
    'https://other.example/',
  ]);
});
