import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { nodeIn } from '../../../src/channels/bluesky/repo-tree.ts';
import { requireSameAccount } from '../../../src/journeys/detect-export.ts';
import { carOf } from '../../fixtures/sites/bluesky/build-repo.ts';
import { DID, uriOf } from '../../fixtures/sites/bluesky/records.ts';
import { livingTimeline } from '../../fixtures/sites/brand-timeline.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { asVersionOne, blueskyPlace, exports, nearMisses, repo, withHistory } from './fixtures/bluesky.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/bluesky/car-v3-generated', import.meta.url));
const wanted = livingTimeline.map(uriOf).sort();

const readCar = async (car: Uint8Array) => readExport(blueskyPlace, await exportTree({ 'repo.car': car }));

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy[copy.length - 3] = (copy[copy.length - 3] ?? 0) ^ 1;
  return copy;
}

describe('a repository', () => {
  it.each(exports)('gives every post once: $name', async ({ contents }) => {
    const { posts, unreadable, detected } = await readExport(blueskyPlace, await exportTree(contents));
    expect(posts.map(({ id }) => id).sort()).toEqual(wanted);
    expect(unreadable).toEqual([]);
    expect(detected.owner).toEqual({ id: DID, handle: null, name: null, url: `https://bsky.app/profile/${DID}` });
  });

  it('gives posts as the crawl does', async () => {
    const { posts, findings } = await readCar(await carOf(repo));
    const pinned = posts.filter(({ isPinned }) => isPinned);
    expect(pinned).toHaveLength(1);
    expect(pinned[0]).toMatchObject({
      source: 'export',
      visibility: 'public',
      author: { id: DID, handle: 'aurora.example' },
    });
    expect(pinned[0]?.url).toMatch(/^https:\/\/bsky\.app\/profile\/aurora\.example\/post\/3k/);
    expect(new Set(posts.map(({ kind }) => kind))).toEqual(new Set(['post', 'reply', 'quote', 'repost']));
    expect(findings.find(({ kind }) => kind === 'profile')).toMatchObject({
      profile: { id: DID, name: 'Aurora Kaffee' },
    });
    const media = posts.flatMap((post) => post.media);
    expect(media[0]?.url).toMatch(/^https:\/\/cdn\.bsky\.app\/img\/feed_fullsize\/plain\/did:plc:/);
    expect(media.some((medium) => 'file' in medium)).toBe(false);
  });

  it('finds blobs by their CID, and names those that should be beside it', async () => {
    const { [Object.keys(exports[1]?.contents ?? {})[1] ?? '']: _, ...contents } = exports[1]?.contents ?? {};
    const { posts } = await readExport(blueskyPlace, await exportTree(contents));
    const files = posts.flatMap(({ media }) => media.map(({ file }) => file));
    expect(files.filter((file) => file === null)).toHaveLength(1);
    expect(files.find((file) => file !== null)).toMatch(/^blobs\/bafkrei/);
  });

  it('does not bring back what was deleted since', async () => {
    const { posts } = await readCar(await carOf(withHistory()));
    expect(posts.some(({ text }) => text === 'gelöscht')).toBe(false);
  });

  it('is the account, although its export names it by its DID and the channel by its handle', async () => {
    const { detected } = await readCar(await carOf(repo));
    expect(() => requireSameAccount(detected, blueskyPlace)).not.toThrow();
    const place = {
      ...blueskyPlace,
      handle: 'did:plc:somebodyelse',
      url: 'https://bsky.app/profile/did:plc:somebodyelse',
    };
    expect(() => requireSameAccount(detected, place)).toThrow(/is the export of did:plc:aurora/);
  });
});

describe('a damaged repository', () => {
  const isBatch = (bytes: Uint8Array) => Buffer.from(bytes).includes('Batch 30:');
  const lost = livingTimeline.filter(({ number }) => number === 30).map(uriOf);

  it.each([
    ['whose bytes are not those of its CID', damaged],
    ['that is missing', () => undefined],
  ])('names the post of a block %s, and reads all others', async (_what, change) => {
    const car = await carOf(repo, (block) => {
      const bytes = isBatch(block.bytes) ? change(block.bytes) : block.bytes;
      return bytes === undefined ? undefined : { ...block, bytes };
    });
    const { posts, unreadable } = await readCar(car);
    expect(unreadable.map(({ id }) => id)).toEqual(lost);
    expect(posts).toHaveLength(wanted.length - 1);
  });

  it('says what is lost with a node of the tree, and that it breaks off', async () => {
    let number = 0;
    const car = await carOf(repo, (block) => {
      number += nodeIn(block.bytes) === undefined ? 0 : 1;
      return nodeIn(block.bytes) !== undefined && number === 3 ? undefined : block;
    });
    const { posts, unreadable } = await readCar(car);
    expect(unreadable.some(({ message }) => /1 blocks of the tree/.test(message))).toBe(true);
    expect(posts.length + unreadable.length).toBeGreaterThanOrEqual(wanted.length);
    const cut = await readCar((await carOf(repo)).subarray(0, -200));
    expect(cut.unreadable.some(({ message }) => /no whole repository: the file ends/.test(message))).toBe(true);
  });

  it('does not hold the rest of a file in memory for a length that is damaged', async () => {
    const car = Buffer.from(await carOf(asVersionOne(repo)));
    const tail = Buffer.concat([car, Buffer.of(0xff, 0xff, 0xff, 0x7f), Buffer.alloc(64)]);
    const { posts, unreadable } = await readCar(tail);
    expect(posts).toHaveLength(wanted.length);
    expect(unreadable.map(({ message }) => message)).toEqual([
      expect.stringContaining('larger than any of a repository'),
    ]);
  });
});

describe('what only looks like a repository', () => {
  it.each(nearMisses)('$name is none', async ({ contents }) => {
    expect(await detectExport('bluesky', await exportTree(contents))).toBeUndefined();
  });
});

describe('the sample', () => {
  it.skipIf(!existsSync(samples))('is read whole', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const { posts, unreadable } = await readExport(blueskyPlace, tree);
    expect(posts.filter(({ kind }) => kind === 'repost')).toHaveLength(1);
    expect(posts).toHaveLength(41);
    expect(unreadable).toEqual([]);
  });
});
