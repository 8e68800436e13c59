// The second snapshot of a site that has not changed, and one where 1 % of the pages have, beside the first: time and bytes.
// npm run build && npx tsx bench/second-snapshot.ts [pages]
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { systemClock } from '../dist/base/clock.js';
import { initWorkspace } from '../dist/journeys/init-workspace.js';
import { planSnapshot } from '../dist/journeys/plan-snapshot.js';
import { takeSnapshot } from '../dist/journeys/take-snapshot.js';
import { row } from './support/paired.ts';
import { openTextSite } from './support/text-site.ts';

const pages = Number(process.argv[2] ?? 1000);
const site = await openTextSite(pages);
const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
await initWorkspace({ dir, brandName: 'Bench', languages: ['de'] });
const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
const channels = stringify({ channels: [{ id: 'site', platform: 'website', url: site.url }] });
await writeFile(join(dir, 'lastpost.yaml'), `${yaml.replace(/^channels:.*$/m, '')}\n${channels}`);

async function take(): Promise<{ pages: number; seconds: number; whole: number; stored: number }> {
  const request = { force: false, headed: false, include: [], exclude: [], sitemaps: false, secretParameters: [] };
  const place = { cwd: dir, workspaceDir: dir };
  const input = await planSnapshot({ ...request, channel: 'site', delayMs: 0 }, place, systemClock);
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const begun = performance.now();
  const { snapshot } = await takeSnapshot(input, context);
  const seconds = (performance.now() - begun) / 1000;
  return { pages: snapshot.pages, seconds, whole: snapshot.bytes, stored: (await stat(snapshot.file)).size };
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(2);
const first = await take();
const told = (name: string, taken: typeof first): string =>
  row(
    name,
    taken.pages,
    taken.seconds.toFixed(1),
    (taken.seconds / first.seconds).toFixed(2),
    mega(taken.whole),
    mega(taken.stored),
    `${((taken.stored / first.stored) * 100).toFixed(1)} %`,
  );
console.log(row('snapshot', 'pages', 's', 'time / first', 'WACZ MB', 'stored MB', 'stored / first'));
console.log(row('---', '---', '---', '---', '---', '---', '---'));
console.log(told('first', first));
console.log(told('second, nothing changed', await take()));
site.edit(100);
console.log(told('third, 1 % of the pages changed', await take()));
await site.close();
await rm(dir, { recursive: true, force: true });
