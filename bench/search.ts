/**
 * How long `ledger.posts.search` takes among 100,000 posts, beside a plain scan with LIKE over the same posts in the same
 * file. Both count all hits and fetch the twenty newest posts. Each kind of query has its pairs in turn, so that a machine
 * that grows slower favours neither; median and 95th percentile of both. The goal is a median of 50 ms.
 *
 *   npx tsc -p . --noEmit false --outDir node_modules/.cache/bench
 *   node node_modules/.cache/bench/bench/search.js [POSTS] [PAIRS]
 *
 * Compiled beforehand, so that no compiler's start is counted.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import type { CompletenessReport } from '../src/model/completeness.ts';
import type { Post } from '../src/model/post.ts';
import type { PostFilter } from '../src/model/post-store.ts';
import { type Ledger, openLedger } from '../src/storage/ledger.ts';
import { manyPosts } from './support/many-posts.ts';

const GOAL_MS = 50;
const CHANNELS = ['blog', 'social', 'photos', 'jobs'];
const PAGE = { limit: 20, offset: 0 };

interface Kind {
  readonly name: string;
  readonly query: string;
  /** What LIKE looks for: every one of them must be in the post. */
  readonly like: readonly string[];
  readonly filter?: PostFilter;
}

const kinds: readonly Kind[] = [
  { name: 'common word', query: 'coffee', like: ['coffee'] },
  { name: 'most common word', query: 'die', like: ['die'] },
  { name: 'rare word', query: 'greenhouse', like: ['greenhouse'] },
  { name: 'two common words', query: 'coffee morning', like: ['coffee', 'morning'] },
  { name: 'phrase', query: '"und wir"', like: ['und wir'] },
  { name: 'prefix', query: 'fr*', like: ['fr'] },
  { name: 'umlaut, three spellings', query: 'Muenchen', like: ['München'] },
  { name: 'ß written ss', query: 'strasse', like: ['Straße'] },
  {
    name: 'word, one year',
    query: 'Kaffee',
    like: ['Kaffee'],
    filter: { since: '2020-01-01T00:00:00.000Z', until: '2021-01-01T00:00:00.000Z' },
  },
  { name: 'word, one channel', query: 'Kaffee', like: ['Kaffee'], filter: { channel: 'photos' } },
  { name: 'a word nobody wrote', query: 'Zeppelin', like: ['Zeppelin'] },
];

const nothingAssessed = { version: 1, verdict: 'cannot-tell' } as unknown as CompletenessReport;

async function fill(ledger: Ledger, count: number): Promise<void> {
  const began = performance.now();
  for (const [place, channel] of CHANNELS.entries()) {
    const snapshot = { id: `snapshot-${place}`, channel, startedAt: '2026-11-23T09:30:00.000Z' };
    const posts = Readable.from(manyPosts(count / CHANNELS.length, place + 1)) as AsyncIterable<Post>;
    await ledger.posts.addSnapshot(snapshot, posts, nothingAssessed);
  }
  const seconds = (performance.now() - began) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${count} posts made up and entered in ${seconds.toFixed(1)} s, peak memory ${peak} MB`);
}

/** What somebody would write without a full-text index. */
function scan(database: Database.Database, { like, filter = {} }: Kind): number {
  const where = [
    'is_own = 1',
    ...like.map(() => 'json like ?'),
    ...(filter.channel === undefined ? [] : ['channel = ?']),
    ...(filter.since === undefined ? [] : ['published >= ? and published < ?']),
  ].join(' and ');
  const values = [
    ...like.map((text) => `%${text}%`),
    ...[filter.channel, filter.since, filter.until].filter((value) => value !== undefined),
  ];
  const from = `from posts join post_bodies using (place) where ${where}`;
  const { count } = database.prepare(`select count(*) as count ${from}`).get(values) as { readonly count: number };
  database.prepare(`select json ${from} order by published desc limit 20`).all(values);
  return count;
}

interface Run {
  readonly ms: number;
  /** Of this process: what the machine does beside it is not in here. */
  readonly cpuMs: number;
}

async function timed<T>(work: () => T | Promise<T>, runs: Run[]): Promise<T> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  runs.push({ ms, cpuMs: (user + system) / 1000 });
  return result;
}

function quantile(runs: readonly Run[], share: number, field: keyof Run): number {
  const sorted = runs.map((run) => run[field]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function cells(runs: readonly Run[]): string {
  const [median, high] = [quantile(runs, 0.5, 'ms'), quantile(runs, 0.95, 'ms')];
  return `${median.toFixed(1)} ms (${high.toFixed(1)}) | ${quantile(runs, 0.5, 'cpuMs').toFixed(1)} ms`;
}

async function compare(ledger: Ledger, file: string, pairs: number): Promise<void> {
  const database = new Database(file, { readonly: true });
  console.log('| Query | Hits | Search, median (p95) | its CPU | LIKE, median (p95) | its CPU | LIKE finds |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const medians: Run[] = [];
  for (const kind of kinds) {
    const ours: Run[] = [];
    const theirs: Run[] = [];
    let total = 0;
    let found = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      ({ total } = await timed(() => ledger.posts.search(kind.query, kind.filter ?? {}, PAGE), ours));
      found = await timed(() => scan(database, kind), theirs);
    }
    medians.push({ ms: quantile(ours, 0.5, 'ms'), cpuMs: quantile(ours, 0.5, 'cpuMs') });
    console.log(`| ${kind.name}: \`${kind.query}\` | ${total} | ${cells(ours)} | ${cells(theirs)} | ${found} |`);
  }
  database.close();
  const slowest = (field: keyof Run) => Math.max(...medians.map((run) => run[field])).toFixed(1);
  console.log(`slowest median ${slowest('ms')} ms, of CPU ${slowest('cpuMs')} ms (goal ${GOAL_MS})`);
}

const [count = '100000', pairs = '21'] = process.argv.slice(2);
const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  const file = join(dir, 'ledger.db');
  const ledger = await openLedger({ file, root: dir, create: true });
  await fill(ledger, Number(count));
  console.log(`${((await stat(file)).size / 1e6).toFixed(0)} MB`);
  await compare(ledger, file, Number(pairs));
  await ledger.close();
} finally {
  await rm(dir, { recursive: true, force: true });
}
