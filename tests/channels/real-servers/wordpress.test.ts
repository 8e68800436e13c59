import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { planSnapshot } from '../../../src/journeys/plan-snapshot.ts';
import { takeSnapshot } from '../../../src/journeys/take-snapshot.ts';
import type { CompletenessReport } from '../../../src/model/completeness.ts';
import type { Post } from '../../../src/model/post.ts';
import { textOf, unzipFile } from '../../archive/unzip.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type RealWordPress, startWordPress, whyNoWordPress } from './start-wordpress.ts';

/** What the database says that strangers may see. */
interface Truth {
  readonly posts: readonly { id: string; type: string; title: string; url: string; published: string }[];
  readonly comments: readonly { id: string; isOwn: boolean; replyTo: string }[];
  readonly files: readonly string[];
  readonly edited: string;
}

let reason: string | undefined;
let wordpress: RealWordPress | undefined;
beforeAll(async () => {
  reason = await whyNoWordPress();
  if (reason === undefined) wordpress = await startWordPress();
}, 2_400_000);
afterAll(async () => wordpress?.close());

/** A machine without WordPress, and without a way to get it, says so instead of passing. */
function needed({ skip }: TestContext): RealWordPress {
  return wordpress ?? skip(reason ?? 'WordPress did not start.');
}

interface Taken {
  readonly posts: readonly Post[];
  readonly report: CompletenessReport;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Of the bare address, as a person gives it who does not know what runs there. */
async function snapshotOf(url: string): Promise<Taken> {
  const out = join(await temporaryFolder(), 'wordpress.wacz');
  const request = { force: false, headed: false, include: [], exclude: [], sitemaps: true, secretParameters: [] };
  const input = await planSnapshot({ ...request, url, out }, { cwd: join(out, '..') }, systemClock);
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const { snapshot, completeness } = await takeSnapshot(input, context);
  const files = await unzipFile(snapshot.file);
  const lines = textOf(files, 'posts/posts.jsonl').trim().split('\n');
  return { files, report: completeness, posts: lines.map((line) => JSON.parse(line) as Post) };
}

const kinds: Readonly<Record<string, string>> = { post: 'article', page: 'page', bell: 'post' };

it('every post, page, comment and file of a real WordPress is found, once, and the verdict says so', async (test) => {
  const { url, run } = needed(test);
  const truth = JSON.parse(await run('truth.php')) as Truth;
  const { posts, report, files } = await snapshotOf(url);

  const expected = truth.posts.map(({ id, type, url: at, published }) => ({
    id,
    kind: kinds[type],
    url: at,
    published,
  }));
  const comments = truth.comments.map(({ id, isOwn, replyTo }) => ({ id, kind: 'comment', isOwn, replyTo }));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const own = posts.filter(({ kind }) => kind !== 'comment');
  expect(own.map(({ id, kind, url: at, published }) => ({ id, kind, url: at, published })).sort(byId)).toEqual(
    expected.sort(byId),
  );
  const said = posts.filter(({ kind }) => kind === 'comment');
  expect(said.map(({ id, kind, isOwn, replyTo }) => ({ id, kind, isOwn, replyTo: replyTo?.id })).sort(byId)).toEqual(
    comments.sort(byId),
  );

  expect(report).toMatchObject({
    platform: 'wordpress',
    verdict: 'complete',
    expected: truth.posts.length,
    have: truth.posts.length,
    missing: 0,
    missingPosts: [],
    unreadable: [],
    gaps: [],
    comments: truth.comments.filter(({ isOwn }) => !isOwn).length,
  });
  expect(report.media.missing).toEqual([]);

  const everything = own.find(({ title }) => title === 'Alles auf einmal');
  expect(everything?.text).toContain('Seite zwei.');
  expect(everything?.media.map(({ kind, alt }) => [kind, alt])).toEqual([
    ['image', 'Galerie 1'],
    ['image', 'Galerie 2'],
    ['image', 'Galerie 3'],
    ['audio', null],
    ['video', null],
    ['file', null],
  ]);
  const edited = own.find(({ id }) => id === truth.edited);
  expect(edited).toMatchObject({
    title: 'Röstung 1 & mehr',
    text: 'Charge 1: Huila, „frisch“ geröstet.',
    edited: '2025-08-05T07:30:00.000Z',
    isPinned: true,
    lang: 'en-US',
    author: { name: 'mira' },
  });
  expect(own.filter(({ edited: at }) => at !== null).map(({ id }) => id)).toContain(truth.edited);

  const index = textOf(files, 'posts/posts.jsonl');
  expect(index).not.toContain('GEHEIM');
  const kept = await keptAddresses(files);
  for (const file of truth.files) expect(kept.has(file), file).toBe(true);
}, 1_500_000);

it('a post that the sitemap has and nothing else has is named as missing', async (test) => {
  const { url, run } = needed(test);
  const truth = JSON.parse(await run('truth.php')) as Truth;
  const gone = truth.posts.find(({ title }) => title.startsWith('Röstung 7 '));
  const sitemap = await (await fetch(`${url}wp-sitemap-posts-post-1.xml`)).text();
  expect(sitemap).toContain(gone?.url);
  await run('trash.php', [gone?.id ?? ''], sitemap);

  const { posts, report } = await snapshotOf(url);
  expect(posts.map(({ id }) => id)).not.toContain(gone?.id);
  expect(report).toMatchObject({
    verdict: 'complete-with-named-gaps',
    missing: 1,
    missingPosts: [{ url: gone?.url, list: 'sitemap', why: `${gone?.url} answered 404.` }],
  });
  expect(report.expected).toBe(truth.posts.length - 1);
}, 1_500_000);

/** Addresses in the snapshot's own index that were answered with 200. */
async function keptAddresses(files: ReadonlyMap<string, Buffer>): Promise<ReadonlySet<string>> {
  const { gunzipSync } = await import('node:zlib');
  const packed = files.get('indexes/index.cdx.gz');
  const lines = (packed === undefined ? textOf(files, 'indexes/index.cdx') : gunzipSync(packed).toString()).split('\n');
  const entries = lines.filter((line) => line.includes('{')).map((line) => JSON.parse(line.slice(line.indexOf('{'))));
  return new Set(entries.filter(({ status }) => Number(status) === 200).map(({ url }) => url as string));
}
