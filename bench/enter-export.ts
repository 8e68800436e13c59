/**
 * How fast `ledger.exports.addExport` takes an X archive, what memory it needs, and how long it takes to lay a crawl beside
 * it. Posts are made up while they are entered.
 *
 *   npx tsc -p . --noEmit false --outDir node_modules/.cache/bench
 *   node node_modules/.cache/bench/bench/enter-export.js [POSTS] [CRAWLED] [id|text]
 *
 * CRAWLED is how many of them a snapshot has as well, a tenth of POSTS unless said; `text`: with ids of another kind, so that
 * all of them have to be found by text and time.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompletenessReport } from '../src/model/completeness.ts';
import type { ExportReport } from '../src/model/official-export.ts';
import type { Post } from '../src/model/post.ts';
import { openLedger } from '../src/storage/ledger.ts';
import { manyPosts } from './support/many-posts.ts';

const [count = '100000', crawled = `${Number(count) / 10}`, by = 'id'] = process.argv.slice(2);
const WIDTH = 140;

/** As long as posts on X are, and as often with an emoji. */
function shortened(post: Post, index: number): string {
  return `${post.text.slice(0, WIDTH)}${index % 3 === 0 ? ' ☕️ schön…' : ''} no${index}x`;
}

async function* exported(): AsyncGenerator<Post> {
  let index = 0;
  for (const post of manyPosts(Number(count), 7)) {
    const place = { export: 'x1', file: 'data/tweets.js', record: index + 1 };
    yield {
      ...post,
      kind: 'post',
      isOwn: true,
      source: 'export',
      text: shortened(post, index),
      archive: null,
      exported: place,
    };
    index += 1;
  }
}

async function* seen(): AsyncGenerator<Post> {
  let index = 0;
  for await (const { exported: _, ...post } of exported()) {
    if (index >= Number(crawled)) return;
    yield by === 'text' ? { ...post, id: `w${post.id}`, url: null } : post;
    index += 1;
  }
}

async function timed<T>(what: string, posts: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${what}: ${seconds.toFixed(1)} s, of CPU ${((user + system) / 1e6).toFixed(1)} s, ${Math.round(posts / seconds)} posts/s, peak memory ${peak} MB`,
  );
  return result;
}

const report = { parts: [], importedAt: '2026-11-24T10:00:00.000Z' } as unknown as ExportReport;
const nothingAssessed = { version: 1, verdict: 'cannot-tell' } as unknown as CompletenessReport;
const head = { id: 'x1', channel: 'x', at: '2026-11-20T00:00:00.000Z' };
const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  const file = join(dir, 'ledger.db');
  const ledger = await openLedger({ file, root: dir, create: true });
  let made = 0;
  await timed('posts made up alone', Number(count), async () => {
    for await (const post of exported()) made += post.text.length;
  });
  await timed('export entered', Number(count), () => ledger.exports.addExport(head, exported(), () => report));
  console.log(
    `${((await stat(file)).size / 1e6).toFixed(0)} MB, ${Math.round(made / Number(count))} characters a post`,
  );
  const later = { ...head, id: 'x2', at: '2026-11-21T00:00:00.000Z' };
  await timed('newer export entered', Number(count), () => ledger.exports.addExport(later, exported(), () => report));
  const snapshot = { id: 's1', channel: 'x', startedAt: '2026-11-22T00:00:00.000Z' };
  await timed('snapshot entered', Number(crawled), () => ledger.posts.addSnapshot(snapshot, seen(), nothingAssessed));
  const { held, matchedBy } = await timed('laid beside each other', Number(count), () => ledger.exports.reconcile('x'));
  console.log(JSON.stringify({ held, matchedBy }));
  await ledger.close();
} finally {
  await rm(dir, { recursive: true, force: true });
}
