import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { openWaczResponses } from '../../src/archive/archived-responses.ts';
import { encodeDelta } from '../../src/archive/delta/encode-delta.ts';
import { layoutOfWhole } from '../../src/archive/delta/stored-layout.ts';
import { indexResponses } from '../../src/archive/response-index.ts';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { systemClock } from '../../src/base/clock.ts';
import { CORRECTION } from '../../src/demo-brand/blog/blog-goes-on.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import { planSnapshot } from '../../src/journeys/plan-snapshot.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FEW_PAGES = 8;

async function archivedBlog() {
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  onTestFinished(() => brand.close());
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Brandt & Söhne', languages: ['de'] });
  const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  const channels = stringify({ channels: [{ id: 'blog', platform: 'website', url: brand.blogUrl }] });
  await writeFile(join(dir, 'lastpost.yaml'), `${yaml.replace(/^channels:.*$/m, '')}\n${channels}`);
  const take = async (): Promise<Snapshot> => {
    const request = { force: false, headed: false, include: [], exclude: [], sitemaps: false, secretParameters: [] };
    const place = { cwd: dir, workspaceDir: dir };
    const input = await planSnapshot({ ...request, channel: 'blog', maxPages: FEW_PAGES }, place, systemClock);
    const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
    return (await takeSnapshot(input, context)).snapshot;
  };
  return { brand, dir, take };
}

async function headsOf(file: string, url: string) {
  const responses = await openWaczResponses(file);
  onTestFinished(() => responses.close());
  return (await indexResponses(responses)).heads.filter((head) => head.url === url);
}

it('a second snapshot of a channel takes over what is still the same, and nothing else', async () => {
  const { brand, dir, take } = await archivedBlog();
  const first = await take();
  brand.onBlog('correction');
  const second = await take();
  expect(await verifyWacz(second.file, {})).toMatchObject({ ok: true, problems: [] });
  expect(second.pages).toBe(first.pages);

  const style = `${brand.blogUrl}wp-content/themes/brandt/style.css?ver=1.9.24`;
  const [before] = await headsOf(first.file, style);
  const after = await headsOf(second.file, style);
  expect(after.map(({ isRevisit }) => isRevisit).sort()).toEqual([false, true]);
  expect(after.find(({ isRevisit }) => !isRevisit)?.place.at).toBe(before?.place.at);

  const front = await headsOf(second.file, brand.blogUrl);
  expect(front.map(({ isRevisit }) => isRevisit)).toEqual([false]);
  expect(CORRECTION.to).not.toBe(CORRECTION.from);

  const layout = layoutOfWhole({ name: basename(first.file), sha256: first.sha256, bytes: first.bytes });
  const target = join(dir, 'second.wacz-delta');
  const delta = await encodeDelta({ ...second, base: { file: first.file, layout }, target });
  expect(delta?.bytes).toBeLessThan(second.bytes * 0.3);
});

it('a snapshot whose file is another than it was is not taken over from', async () => {
  const { brand, take } = await archivedBlog();
  const first = await take();
  const bytes = await readFile(first.file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(first.file, bytes);
  const second = await take();
  expect(await verifyWacz(second.file, {})).toMatchObject({ ok: true, problems: [] });
  const style = `${brand.blogUrl}wp-content/themes/brandt/style.css?ver=1.9.24`;
  expect((await headsOf(second.file, style)).map(({ isRevisit }) => isRevisit)).toEqual([false]);
});
