import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { openWaczResponses } from '../../src/archive/archived-responses.ts';
import { indexResponses } from '../../src/archive/response-index.ts';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { systemClock } from '../../src/base/clock.ts';
import { CORRECTION } from '../../src/demo-brand/blog/blog-goes-on.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { exportSnapshot } from '../../src/journeys/export-snapshot.ts';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import { planSnapshot } from '../../src/journeys/plan-snapshot.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FEW_PAGES = 8;

interface Taken {
  readonly snapshot: Snapshot;
  /** Path of the whole WACZ, as "snapshot export" writes it. */
  readonly whole: string;
}

async function archivedBlog() {
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  onTestFinished(() => brand.close());
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Brandt & Söhne', languages: ['de'] });
  const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  const channels = stringify({ channels: [{ id: 'blog', platform: 'website', url: brand.blogUrl }] });
  await writeFile(join(dir, 'lastpost.yaml'), `${yaml.replace(/^channels:.*$/m, '')}\n${channels}`);
  const take = async (): Promise<Taken> => {
    const request = { force: false, headed: false, include: [], exclude: [], sitemaps: false, secretParameters: [] };
    const place = { cwd: dir, workspaceDir: dir };
    const input = await planSnapshot({ ...request, channel: 'blog', maxPages: FEW_PAGES }, place, systemClock);
    const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
    const { snapshot } = await takeSnapshot(input, context);
    const out = join(dir, `${snapshot.id}.wacz`);
    await exportSnapshot({ wanted: { id: snapshot.id }, out, force: false }, place, context);
    return { snapshot, whole: out };
  };
  return { brand, dir, take };
}

async function headsOf(file: string, url: string) {
  const responses = await openWaczResponses(file);
  onTestFinished(() => responses.close());
  return (await indexResponses(responses)).heads.filter((head) => head.url === url);
}

it('a second snapshot of a channel takes over what is still the same, and nothing else', async () => {
  const { brand, take } = await archivedBlog();
  const first = await take();
  brand.onBlog('correction');
  const second = await take();
  expect(await verifyWacz(second.whole, {})).toMatchObject({ ok: true, problems: [] });
  expect(second.snapshot.pages).toBe(first.snapshot.pages);

  const style = `${brand.blogUrl}wp-content/themes/brandt/style.css?ver=1.9.24`;
  const [before] = await headsOf(first.whole, style);
  const after = await headsOf(second.whole, style);
  expect(after.map(({ isRevisit }) => isRevisit).sort()).toEqual([false, true]);
  expect(after.find(({ isRevisit }) => !isRevisit)?.place.at).toBe(before?.place.at);

  const front = await headsOf(second.whole, brand.blogUrl);
  expect(front.map(({ isRevisit }) => isRevisit)).toEqual([false]);
  expect(CORRECTION.to).not.toBe(CORRECTION.from);

  expect(second.snapshot.file).toMatch(/\.wacz-delta$/);
  expect((await stat(second.snapshot.file)).size).toBeLessThan(second.snapshot.bytes * 0.3);
});

it('a snapshot whose file is another than it was is not taken over from', async () => {
  const { brand, take } = await archivedBlog();
  const first = await take();
  const { file } = first.snapshot;
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await rm(file);
  await writeFile(file, bytes);
  const second = await take();
  expect(await verifyWacz(second.whole, {})).toMatchObject({ ok: true, problems: [] });
  const style = `${brand.blogUrl}wp-content/themes/brandt/style.css?ver=1.9.24`;
  expect((await headsOf(second.whole, style)).map(({ isRevisit }) => isRevisit)).toEqual([false]);
});
