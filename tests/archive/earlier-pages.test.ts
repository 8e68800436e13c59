import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWaczResponses } from '../../src/archive/archived-responses.ts';
import { EarlierArchive } from '../../src/archive/earlier-archive.ts';
import { PagesOfArchive } from '../../src/archive/earlier-pages.ts';
import { indexResponses } from '../../src/archive/response-index.ts';
import type { ContentMark } from '../../src/archive/snapshot-content.ts';
import { SnapshotWriter, type SnapshotWriterOptions } from '../../src/archive/snapshot-writer.ts';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { sha256 } from '../../src/base/digest.ts';
import { randomIds } from '../../src/base/ids.ts';
import type { Exchange } from '../../src/model/http.ts';
import type { PageCapture, PageLeads } from '../../src/model/page.ts';
import {
  after,
  bodyOf,
  exchangeOf,
  openWriter,
  PIXEL,
  pageOf,
  SNAPSHOT_TIME,
  stillClock,
} from '../support/make-snapshot.ts';
import { noise } from '../support/noise.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SITE = 'https://blog.example.org';
const LEADS: PageLeads = {
  links: [`${SITE}/next`],
  feeds: [],
  canonical: '',
  files: [`${SITE}/large.png`],
  robots: ['noarchive'],
  isRepeatable: true,
};
const LONG_AGO = new Date(0);

function answerOf(path: string, seed: number, more: Partial<Exchange> = {}): Exchange {
  const responseHeaders = [
    ['Content-Type', 'text/html'],
    ['ETag', `"${seed}"`],
  ] as const;
  return exchangeOf(`${SITE}${path}`, { content: noise(seed, 3_000), responseHeaders, ...more });
}

function seenPage(path: string, parts: Partial<PageCapture> = {}): PageCapture {
  const resource = {
    url: `${SITE}${path}`,
    method: 'GET',
    status: 200,
    mime: 'text/html',
    type: 'document',
    fromCache: false,
  };
  const ping = { ...resource, url: `${SITE}/count`, method: 'POST', type: 'ping' };
  return pageOf(`${SITE}${path}`, {
    view: PIXEL,
    text: `Text of ${path}`,
    resources: [resource, ping],
    leads: LEADS,
    ...parts,
  });
}

async function sealed(fill: (writer: SnapshotWriter) => Promise<void>): Promise<string> {
  const dir = await temporaryFolder();
  const writer = await openWriter(join(dir, 'work'), { ids: randomIds });
  await fill(writer);
  const file = join(dir, 'first.wacz');
  await writer.seal({ file, force: false, title: 'A blog', mainPageUrl: `${SITE}/a`, mainPageDate: SNAPSHOT_TIME });
  return file;
}

async function opened(file: string): Promise<EarlierArchive> {
  const earlier = await EarlierArchive.open(file);
  onTestFinished(() => earlier.close());
  return earlier;
}

const notModified = (path: string, seed: number, fetchedAt: Date): Exchange =>
  answerOf(path, seed, {
    status: 304,
    body: bodyOf(''),
    standsFor: sha256(Buffer.from(noise(seed, 3_000), 'utf8')),
    fetchedAt,
  });

it('gives what a page was made of and leads to, and its server’s validators', async () => {
  const file = await sealed(async (writer) => {
    await writer.addExchange(answerOf('/a', 1));
    await writer.addPage(seenPage('/a'));
  });
  const pages = new PagesOfArchive(await opened(file), LONG_AGO);
  expect(await pages.page(`${SITE}/a`)).toEqual({
    ...LEADS,
    url: `${SITE}/a`,
    title: 'The Example Blog',
    text: 'Text of /a',
    language: 'en',
    parts: [{ url: `${SITE}/a`, type: 'document' }],
  });
  expect(await pages.answer(`${SITE}/a`)).toMatchObject({ status: 200, etag: '"1"', lastModified: '', isWhole: true });
  expect(await pages.page(`${SITE}/b`)).toBeUndefined();
  expect(await pages.answer(`${SITE}/b`)).toBeUndefined();
});

it('gives no page that must be opened: not repeatable, too old, without what leads on', async () => {
  const file = await sealed(async (writer) => {
    const paths = {
      '/a': seenPage('/a'),
      '/unsure': seenPage('/unsure', { leads: { ...LEADS, isRepeatable: false } }),
    };
    const { leads: _, ...bare } = seenPage('/bare');
    for (const [path, page] of Object.entries({ ...paths, '/bare': bare })) {
      await writer.addExchange(answerOf(path, 1));
      await writer.addPage(page);
    }
  });
  const earlier = await opened(file);
  const pages = new PagesOfArchive(earlier, LONG_AGO);
  expect(await pages.page(`${SITE}/a`)).toBeDefined();
  expect(await pages.page(`${SITE}/unsure`)).toBeUndefined();
  expect(await pages.page(`${SITE}/bare`)).toBeUndefined();
  expect(await new PagesOfArchive(earlier, after(1)).page(`${SITE}/a`)).toBeUndefined();
  expect(await new PagesOfArchive(earlier, SNAPSHOT_TIME).page(`${SITE}/a`)).toBeDefined();
});

it('gives no answer of an address that answered in two ways', async () => {
  const file = await sealed(async (writer) => {
    for (const [path, seed, at] of [
      ['/a', 1, 0],
      ['/style', 2, 10],
      ['/style', 3, 20],
    ] as const) {
      await writer.addExchange(answerOf(path, seed, { fetchedAt: after(at) }));
    }
    await writer.addPage(seenPage('/a'));
  });
  const pages = new PagesOfArchive(await opened(file), LONG_AGO);
  expect(await pages.answer(`${SITE}/style`)).toBeUndefined();
});

it('says nothing of how it was seen when it does not know, or when somebody was logged in', async () => {
  const viewers = await Promise.all(
    [{}, { browser: { version: '1' }, session: { from: 'kept' } }, { browser: { version: '1' } }].map(
      async (report) => {
        const file = await sealed(async (writer) => {
          await writer.addExchange(answerOf('/a', 1));
          await writer.addPage(seenPage('/a'));
          await writer.addReport('crawl', report);
        });
        return new PagesOfArchive(await opened(file), LONG_AGO).viewer();
      },
    ),
  );
  expect(viewers).toEqual([undefined, undefined, { browser: { version: '1' }, behaviours: [] }]);
});

it('what was not modified is there with its body, when it was begun, killed and gone on with', async () => {
  const first = await sealed(async (writer) => {
    for (const [path, seed] of [
      ['/a', 1],
      ['/b', 2],
    ] as const) {
      await writer.addExchange(answerOf(path, seed));
      await writer.addPage(seenPage(path));
    }
  });
  const dir = await temporaryFolder();
  const earlier = await opened(first);
  const pages = new PagesOfArchive(earlier, LONG_AGO);
  const options: SnapshotWriterOptions = {
    ...{ workDir: join(dir, 'work'), software: 'Lastpost 0.1.0', warcinfo: {}, clock: stillClock, ids: randomIds },
    earlier,
  };
  const unchanged = (path: string) => ({
    url: `${SITE}${path}`,
    depth: 0,
    isSeed: true,
    checkedAt: after(9_000).toISOString(),
  });
  const killed = await SnapshotWriter.open(options);
  let mark: ContentMark | undefined;
  await killed.addExchange(notModified('/a', 1, after(5_000)));
  await killed.addUnchangedPage(unchanged('/a'), pages);
  await killed.addExchange(notModified('/b', 2, after(6_000)));
  await killed.settle(async (now) => {
    mark = now;
  });
  await killed.addUnchangedPage(unchanged('/b'), pages);
  await killed.leave();
  const writer = await SnapshotWriter.reopen(options, mark as ContentMark);
  await writer.addExchange(notModified('/b', 2, after(7_000)));
  await writer.addUnchangedPage(unchanged('/b'), pages);
  const file = join(dir, 'second.wacz');
  await writer.seal({ file, force: false, title: 'A blog', mainPageUrl: `${SITE}/a`, mainPageDate: SNAPSHOT_TIME });
  const verified = await verifyWacz(file, {});
  expect(verified).toMatchObject({ ok: true, problems: [] });
  expect(verified.counts.pages).toBe(2);
  const responses = await openWaczResponses(file);
  onTestFinished(() => responses.close());
  const index = await indexResponses(responses);
  expect(index.heads.map(({ url, status, place }) => [url, status, place.at])).toEqual([
    [`${SITE}/a`, 200, SNAPSHOT_TIME.toISOString()],
    [`${SITE}/b`, 200, SNAPSHOT_TIME.toISOString()],
  ]);
  const [, b] = index.heads;
  expect(b && (await (await index.open(b)).text())).toBe(noise(2, 3_000));
});

it('a 304 of something that is not there is refused instead of being kept without a body', async () => {
  const first = await sealed(async (writer) => {
    await writer.addExchange(answerOf('/a', 1));
    await writer.addPage(seenPage('/a'));
  });
  const writer = await openWriter(join(await temporaryFolder(), 'work'), {
    ids: randomIds,
    earlier: await opened(first),
  });
  onTestFinished(() => writer.discard());
  await expect(writer.addExchange(notModified('/a', 7, after(1)))).rejects.toThrow('has no sha256:');
});
