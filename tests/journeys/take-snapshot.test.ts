import { mkdir, readdir, readFile, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { systemClock } from '../../src/base/clock.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import type { TakeSnapshotInput } from '../../src/model/take-snapshot-input.ts';
import { bytes, html, redirect, useSites } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();
const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };

function asked(folder: string, url: string, more: Partial<TakeSnapshotInput> = {}): TakeSnapshotInput {
  const plan = { ...crawlDefaults, politeness: { robots: 'obey' as const, delayMs: 0 } };
  return { url, out: join(folder, 'out.wacz'), force: false, headed: false, plan, ...more };
}

/** What somebody with patience can read in a WACZ: its bytes, and every gzip member in it unpacked. */
async function readable(file: string): Promise<string> {
  const all = await readFile(file);
  const parts = [all.toString('latin1')];
  for (let at = all.indexOf('1f8b0800', 0, 'hex'); at >= 0; at = all.indexOf('1f8b0800', at + 1, 'hex')) {
    // Ten bytes of header, no name, no extra field: the writer's own form. A chance hit inside a picture unpacks to
    // nothing and is passed over.
    try {
      parts.push(inflateRawSync(all.subarray(at + 10)).toString('latin1'));
    } catch {}
  }
  return parts.join('\n');
}

test('what the demo brand plants as secrets is nowhere in the snapshot', async () => {
  const folder = await temporaryFolder();
  const brand = await startDemoBrand();
  try {
    const pages = [brand.blogUrl, brand.expected.embed.hostPageUrl, brand.socialUrl];
    for (const [index, url] of pages.entries()) {
      const plan = {
        ...asked(folder, url).plan,
        scope: { kind: 'page' as const, include: [], exclude: [], maxDepth: 0 },
      };
      const { snapshot } = await takeSnapshot(
        asked(folder, url, { out: join(folder, `${index}.wacz`), plan }),
        context,
      );
      const text = await readable(snapshot.file);
      expect(text).toContain('WARC/1.1');
      expect(text).toContain('HTTP/1.1 200');
      for (const secret of brand.expected.secrets) expect(text.includes(secret), secret).toBe(false);
    }
  } finally {
    await brand.close();
  }
}, 600_000);

test('a snapshot verifies, and nothing but the file is left beside it', async () => {
  const folder = await temporaryFolder();
  const blog = await site({ '/': html('<a href="/two">two</a>'), '/two': html('two') });
  const { snapshot, report } = await takeSnapshot(asked(folder, blog.url('/')), context);
  expect(snapshot).toMatchObject({ state: 'complete', pages: 2, gaps: 0, signed: false, channel: null });
  expect(report.pages).toBe(2);
  expect(await verifyWacz(snapshot.file)).toMatchObject({ ok: true, counts: { pages: 2 } });
  expect(await readdir(dirname(snapshot.file))).toEqual(['out.wacz']);
});

test('an output that is in the way is refused before the crawl, and replaced with force', async () => {
  const folder = await temporaryFolder();
  const blog = await site({ '/': html('one') });
  await takeSnapshot(asked(folder, blog.url('/')), context);
  const before = await readFile(join(folder, 'out.wacz'));
  const requests = blog.requests.length;
  await expect(takeSnapshot(asked(folder, blog.url('/')), context)).rejects.toMatchObject({ code: 'snapshot.exists' });
  expect(blog.requests).toHaveLength(requests);
  expect((await readFile(join(folder, 'out.wacz'))).equals(before)).toBe(true);
  const { snapshot } = await takeSnapshot(asked(folder, blog.url('/'), { force: true }), context);
  expect(await verifyWacz(snapshot.file)).toMatchObject({ ok: true });
});

test('a folder in the way is never replaced, and a link that leads nowhere only with force', async () => {
  const folder = await temporaryFolder();
  const blog = await site({ '/': html('one') });
  await mkdir(join(folder, 'out.wacz'));
  for (const force of [false, true]) {
    await expect(takeSnapshot(asked(folder, blog.url('/'), { force }), context)).rejects.toMatchObject({
      code: 'snapshot.exists',
      message: `${join(folder, 'out.wacz')} is a folder.`,
      hint: `Name a file in it: --out ${join(folder, 'out.wacz', 'blog.wacz')}`,
    });
  }
  await rmdir(join(folder, 'out.wacz'));
  await symlink(join(folder, 'nowhere'), join(folder, 'out.wacz'));
  await expect(takeSnapshot(asked(folder, blog.url('/')), context)).rejects.toMatchObject({ code: 'snapshot.exists' });
  expect(blog.requests).toEqual([]);
  const { snapshot } = await takeSnapshot(asked(folder, blog.url('/'), { force: true }), context);
  expect(await verifyWacz(snapshot.file)).toMatchObject({ ok: true });
});

test('a file instead of a page is refused without a word of its having been kept', async () => {
  const folder = await temporaryFolder();
  const blog = await site({ '/price-list': bytes('%PDF-1.4', 'application/pdf') });
  await expect(takeSnapshot(asked(folder, blog.url('/price-list')), context)).rejects.toMatchObject({
    code: 'capture.not-html',
    message: `${blog.url('/price-list')} is application/pdf, not a web page.`,
    hint: 'Begin with a web page, such as the one that links to it; nothing was kept of this file.',
  });
});

test.each([
  ['http://no-such-host.invalid/', 'capture.no-such-host'],
  ['PDF', 'capture.not-html'],
  ['EMPTY', 'capture.empty'],
  ['LOOP', 'capture.redirect-loop'],
  ['GONE', 'capture.nothing'],
])('%s gives %s and leaves nothing behind', async (what, code) => {
  const folder = await temporaryFolder();
  const blog = await site({
    '/PDF': bytes('%PDF-1.4', 'application/pdf'),
    '/EMPTY': bytes('', 'text/html'),
    '/LOOP': redirect('/LOOP2'),
    '/LOOP2': redirect('/LOOP'),
  });
  const url = what.startsWith('http') ? what : blog.url(`/${what}`);
  await expect(takeSnapshot(asked(folder, url), context)).rejects.toMatchObject({ code });
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that is not there is named before the crawl', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'missing', 'out.wacz');
  await expect(takeSnapshot(asked(folder, 'http://127.0.0.1:9/', { out }), context)).rejects.toMatchObject({
    code: 'snapshot.no-folder',
    message: `The folder ${dirname(out)} does not exist.`,
  });
});

test.runIf(process.platform === 'linux')(
  'a folder where nothing can be written is named before the crawl',
  async () => {
    const folder = await temporaryFolder();
    // /proc refuses even root, in words of its own (ENOENT), which a plain mkdir would repeat for ever.
    const input = asked(folder, 'http://127.0.0.1:9/', { out: '/proc/out.wacz' });
    await expect(takeSnapshot(input, context)).rejects.toMatchObject({ code: 'snapshot.cannot-write' });
  },
);
