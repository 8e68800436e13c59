import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CrawlChange } from '../../src/model/crawl-store.ts';
import { openCrawlStore } from '../../src/storage/sqlite-crawl-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const facts = {
  files: 0,
  responses: 3,
  bodyBytes: 900,
  leftOut: { trap: 2 },
  hasSeeds: true,
  widened: ['https://www.example.org/'],
  feeds: [],
  startedAt: '2026-11-23T09:30:00.000Z',
  ranMs: 1_500,
};

function change(more: Partial<CrawlChange>): CrawlChange {
  return {
    addresses: [],
    downloads: [],
    gaps: [],
    recorded: [],
    leftOut: [],
    dates: [],
    moved: [],
    facts,
    archive: null,
    ...more,
  };
}

const address = (path: string, state: 'waiting' | 'page', tries = 0) => ({
  url: `https://example.org/${path}`,
  depth: 1,
  isSeed: false,
  tries,
  state,
});

test('knows nothing before the first commit', async () => {
  const store = await openCrawlStore(join(await temporaryFolder(), 'crawl.db'));
  expect(await store.load()).toBeUndefined();
  await store.close();
});

test('gives back what was committed, the last word on each address, in the order they became known', async () => {
  const file = join(await temporaryFolder(), 'crawl.db');
  const first = await openCrawlStore(file);
  const gap = { reason: 'timeout', url: 'u', message: 'm', hint: 'h', at: 'a' } as const;
  await first.commit(
    change({
      addresses: [address('b', 'waiting'), address('a', 'waiting')],
      downloads: [{ url: 'https://example.org/f.mp4', referer: 'https://example.org/', isDone: false }],
      gaps: [gap],
      recorded: [1, 2],
      leftOut: [7],
      dates: [
        { calendar: 'month /events', index: 24_318, shown: 281_474_976_710_655 },
        { calendar: 'month /events', index: 24_319, shown: 5 },
      ],
      archive: { bytes: 10 },
    }),
  );
  await first.commit(
    change({
      addresses: [address('b', 'page', 1), address('c', 'waiting')],
      downloads: [{ url: 'https://example.org/f.mp4', referer: 'https://example.org/', isDone: true }],
      recorded: [2, 3],
      dates: [{ calendar: 'month /events', index: 24_319, shown: 6 }],
      moved: [{ from: 'https://example.org/old', to: 'https://example.org/new' }],
      archive: { bytes: 20 },
    }),
  );
  await first.close();
  const second = await openCrawlStore(file);
  expect(await second.load()).toEqual({
    addresses: [address('b', 'page', 1), address('a', 'waiting'), address('c', 'waiting')],
    downloads: [{ url: 'https://example.org/f.mp4', referer: 'https://example.org/', isDone: true }],
    gaps: [gap],
    recorded: [1, 2, 3],
    leftOut: [7],
    dates: [
      { calendar: 'month /events', index: 24_318, shown: 281_474_976_710_655 },
      { calendar: 'month /events', index: 24_319, shown: 6 },
    ],
    moved: [{ from: 'https://example.org/old', to: 'https://example.org/new' }],
    facts,
    archive: { bytes: 20 },
  });
  await second.close();
});

test('takes a hundred thousand addresses in one commit, all or none', async () => {
  const file = join(await temporaryFolder(), 'crawl.db');
  const store = await openCrawlStore(file);
  const many = Array.from({ length: 100_000 }, (_, n) => address(String(n), 'waiting'));
  await store.commit(change({ addresses: many }));
  const broken = [
    ...many.slice(0, 6_000).map((row) => ({ ...row, tries: 9 })),
    { ...address('x', 'page'), depth: null },
  ];
  await expect(store.commit(change({ addresses: broken as never }))).rejects.toThrow();
  const stored = await store.load();
  expect(stored?.addresses).toHaveLength(100_000);
  expect(stored?.addresses.some(({ tries }) => tries === 9)).toBe(false);
  await store.close();
});

test('is held by one at a time, and free again when closed', async () => {
  const file = join(await temporaryFolder(), 'crawl.db');
  const store = await openCrawlStore(file);
  await expect(openCrawlStore(file)).rejects.toMatchObject({ code: 'snapshot.in-use' });
  await store.close();
  await (await openCrawlStore(file)).close();
});

test('says that it is damaged, and how to begin anew', async () => {
  const file = join(await temporaryFolder(), 'crawl.db');
  await writeFile(file, 'not a database, '.repeat(100));
  await appendFile(file, 'at all');
  await expect(openCrawlStore(file)).rejects.toMatchObject({
    code: 'snapshot.unfinished-damaged',
    hint: expect.stringContaining('--fresh'),
  });
});
