/**
 * Two snapshots of 1,000 pages and 10,000 posts, 50 of the pages with another picture: first as a notice counts them, without a
 * picture, then everything. The memory is the highest of the process, with the making of the two snapshots.
 *
 *   npx tsc -p . --noEmit false --outDir node_modules/.cache/bench
 *   node node_modules/.cache/bench/bench/compare.js
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/base/clock.ts';
import { compareSnapshots } from '../src/journeys/compare-snapshots.ts';
import { blogPost, completeReport, makeSide, stripes } from '../tests/support/compared-snapshots.ts';

const PAGES = 1_000;
const POSTS = 10_000;
const PICTURES = 50;

function sideOf(at: string, isLater: boolean) {
  const year = isLater ? 2026 : 2025;
  const view = stripes({ bar: isLater ? 40 : 0, width: 1280, height: 800 });
  const words = 'We wrote this between 2014 and today, and it stays readable. '.repeat(40);
  const pages = Array.from({ length: PAGES }, (_, n) => ({
    path: `/p/${n}`,
    text: `${words} ${isLater && n % 10 === 0 ? 'Changed' : 'Same'} ${n} © ${year} Aurora`,
    ...(n < PICTURES ? { view } : {}),
  }));
  const posts = Array.from({ length: POSTS }, (_, n) =>
    blogPost(`post-${isLater ? n + 20 : n}`, {
      text: `${words.slice(0, 600)} ${isLater && n % 100 === 0 ? 'edited' : ''}`,
    }),
  );
  return { at, pages, posts, completeness: completeReport() };
}

const folder = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  const before = await makeSide(join(folder, 'a.wacz'), sideOf('2026-11-10T09:30:00.000Z', false));
  const after = await makeSide(join(folder, 'b.wacz'), sideOf('2026-11-20T09:30:00.000Z', true));
  const place = { cwd: folder, workspaceDir: undefined };
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  for (const [name, run] of [
    [
      'posts and pages alone',
      async () => (await compareSnapshots({ before, after, parts: ['posts', 'pages'] }, place, context)).counts,
    ],
    ['everything', async () => (await compareSnapshots({ before, after }, place, context)).counts],
  ] as const) {
    const startedMs = performance.now();
    const counts = await run();
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(
      `${name}: ${seconds} s, highest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      counts,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
