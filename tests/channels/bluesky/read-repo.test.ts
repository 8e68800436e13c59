import { describe, expect, it } from 'vitest';
import { nodeIn } from '../../../src/channels/bluesky/repo-tree.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { buildRepo, carOf, cidFor } from '../../fixtures/sites/bluesky/build-repo.ts';
import { asJson, DID, recordsOf, uriOf } from '../../fixtures/sites/bluesky/records.ts';
import { livingTimeline, type TimelinePost } from '../../fixtures/sites/brand-timeline.ts';
import { pds, posts, read } from './bluesky-answers.ts';

const repo = buildRepo(DID, recordsOf());
const wanted = livingTimeline.map(uriOf);

function readCar(car: Uint8Array): Promise<readonly Finding[]> {
  return read('com.atproto.sync.getRepo', car, { query: `did=${encodeURIComponent(DID)}` });
}

const of = <K extends Finding['kind']>(all: readonly Finding[], kind: K) =>
  all.filter((one): one is Extract<Finding, { kind: K }> => one.kind === kind);

function isRecordOf(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes).includes(words);
}

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy[copy.length - 3] = (copy[copy.length - 3] ?? 0) ^ 1;
  return copy;
}

describe('a repository', () => {
  it('gives each post with its key, and is a list of what there is', async () => {
    const found = await readCar(await carOf(repo));
    expect(
      posts(found)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...wanted].sort());
    expect(
      of(found, 'listed')
        .map(({ listed }) => listed.id)
        .sort(),
    ).toEqual([...wanted].sort());
    expect(of(found, 'end-of-list')).toEqual([{ kind: 'end-of-list', list: 'getRepo' }]);
    expect(of(found, 'claim').map(({ claim }) => [claim.count, claim.reach])).toEqual([[wanted.length, 'exact']]);
    expect(of(found, 'unreadable')).toEqual([]);
    expect(posts(found).filter(({ isPinned }) => isPinned)).toHaveLength(1);
  });

  it('has a tree of several layers, or this would show little', () => {
    expect(repo.blocks.filter(({ bytes }) => nodeIn(bytes) !== undefined).length).toBeGreaterThan(5);
  });

  it('gives media by their blob first, and the smaller copies after it', async () => {
    const found = posts(await readCar(await carOf(repo)));
    const [picture] = found.find(({ text }) => text === 'Our roastery in pictures.')?.media ?? [];
    expect(picture?.url).toMatch(new RegExp(`^${pds}/xrpc/com.atproto.sync.getBlob\\?did=did%3Aplc%3A.*&cid=bafkrei`));
    expect(picture?.otherUrls[0]).toMatch(/^https:\/\/cdn\.bsky\.app\/img\/feed_fullsize\/plain\/did:plc:/);
  });

  it('of the older form, version 2, is read the same', async () => {
    const found = await readCar(await carOf(buildRepo(DID, recordsOf(), 2)));
    expect(posts(found)).toHaveLength(wanted.length);
    expect(of(found, 'unreadable')).toEqual([]);
  });
});

describe('a file with a bad block', () => {
  it('names the post whose record it is, and reads all others', async () => {
    const car = await carOf(repo, (block) =>
      isRecordOf(block.bytes, 'Batch 30:') ? { ...block, bytes: damaged(block.bytes) } : block,
    );
    const found = await readCar(car);
    const lost = uriOf(livingTimeline.filter(({ number }) => number === 30)[0] as TimelinePost);
    expect(
      posts(found)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(wanted.filter((id) => id !== lost).sort());
    expect(of(found, 'unreadable').map(({ id }) => id)).toEqual([lost]);
    expect(of(found, 'listed')).toHaveLength(wanted.length);
  });

  it('names the post whose record is missing', async () => {
    const car = await carOf(repo, (block) => (isRecordOf(block.bytes, 'Batch 31:') ? undefined : block));
    const found = await readCar(car);
    expect(of(found, 'unreadable')).toMatchObject([{ message: expect.stringContaining('is not in the file') }]);
    expect(posts(found)).toHaveLength(wanted.length - 1);
  });

  it('in the tree loses the keys of that node alone, and does not say that this was all', async () => {
    const nodes = repo.blocks.flatMap(({ cid, bytes }) => {
      const node = nodeIn(bytes);
      return node === undefined ? [] : [{ cid, keys: node.entries.map(([path]) => `at://${DID}/${path}`) }];
    });
    for (const { cid, keys } of nodes) {
      const car = await carOf(repo, (block) =>
        block.cid.equals(cid) ? { ...block, bytes: damaged(block.bytes) } : block,
      );
      const found = await readCar(car);
      const kept = wanted.filter((id) => !keys.includes(id));
      expect(
        posts(found)
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...kept].sort());
      const messages = of(found, 'unreadable').map(({ message }) => message);
      expect(messages.at(-1)).toContain('blocks of the tree');
      const keyless = keys.filter((key) => wanted.includes(key) && key.includes('app.bsky.feed.post'));
      expect(messages.filter((message) => message.includes('without its key'))).toHaveLength(keyless.length);
      expect([...of(found, 'end-of-list'), ...of(found, 'claim')]).toEqual([]);
    }
  });

  it('at its head is read by what the tree itself shows', async () => {
    const car = await carOf(repo, (block) =>
      block.cid.equals(repo.root) ? { ...block, bytes: damaged(block.bytes) } : block,
    );
    const found = await readCar(car);
    expect(posts(found)).toHaveLength(wanted.length);
    expect(of(found, 'unreadable').length).toBeGreaterThan(0);
    expect(of(found, 'end-of-list')).toEqual([]);
  });

  it('that breaks off is read as far as it goes, and the rest is named', async () => {
    const whole = await carOf(repo);
    const found = await readCar(whole.subarray(0, Math.floor(whole.length * 0.8)));
    expect(posts(found).length).toBeGreaterThan(5);
    expect(of(found, 'unreadable').length).toBeGreaterThan(1);
    expect(of(found, 'end-of-list')).toEqual([]);
    for (const { id } of posts(found)) expect(wanted).toContain(id);
  });

  it.each([
    ['HTML', '<h1>Bad gateway</h1>'],
    ['nothing', ''],
    ['noise', Buffer.alloc(300, 0xa5)],
  ])('that is %s is unreadable and nothing more', async (_name, body) => {
    const found = await readCar(Buffer.from(body));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ kind }) => kind === 'unreadable')).toBe(true);
  });

  it('with a record that is none of what its key says is named', async () => {
    const records = new Map<string, unknown>([['app.bsky.feed.post/3kaaaaaaaa222', ['no', 'object']]]);
    const found = await readCar(await carOf(buildRepo(DID, records)));
    expect(of(found, 'unreadable')).toMatchObject([{ id: `at://${DID}/app.bsky.feed.post/3kaaaaaaaa222` }]);
  });

  it('of an unknown version is read as far as it is understood, and says so', async () => {
    const found = await readCar(await carOf(buildRepo(DID, recordsOf(), 4)));
    expect(of(found, 'unreadable')).toMatchObject([{ message: expect.stringContaining('version 4') }]);
    expect(of(found, 'end-of-list')).toEqual([]);
  });
});

describe('a blob', () => {
  it('is held against its CID: other bytes are named, right ones have nothing to tell', async () => {
    const bytes = Buffer.from('a picture');
    const query = `did=${DID}&cid=${cidFor(bytes, 0x55)}`;
    expect(await read('com.atproto.sync.getBlob', bytes, { query })).toEqual([]);
    expect(await read('com.atproto.sync.getBlob', 'another', { query })).toMatchObject([
      { kind: 'unreadable', message: expect.stringContaining('not those its CID was made of') },
    ]);
    expect(await read('com.atproto.sync.getBlob', 'another', { query, status: 404 })).toEqual([]);
    expect(await read('com.atproto.sync.getBlob', 'another', { query: 'cid=none' })).toEqual([]);
  });
});

describe('the records one by one, where the file cannot be had', () => {
  const records = livingTimeline.map((post) => [uriOf(post), post] as const);

  it('give the same posts, and end where no cursor is', async () => {
    const all = recordsOf();
    const listed = records
      .filter(([id]) => id.includes('app.bsky.feed.post'))
      .map(([id]) => ({
        uri: id,
        cid: cidFor(Buffer.from(id)).toString(),
        value: asJson(all.get(id.slice(`at://${DID}/`.length))),
      }));
    const query = `repo=${DID}&collection=app.bsky.feed.post&limit=100`;
    const found = await read('com.atproto.repo.listRecords', { records: listed }, { query });
    const fromFile = posts(await readCar(await carOf(repo))).filter(({ kind }) => kind !== 'repost');
    const plain = (list: readonly FoundPost[]) =>
      list.map((post) => ({ ...post, isPinned: false })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(posts(found))).toEqual(plain(fromFile));
    expect(of(found, 'end-of-list')).toEqual([{ kind: 'end-of-list', list: 'listRecords' }]);
    const more = await read('com.atproto.repo.listRecords', { records: listed, cursor: 'x' }, { query });
    expect(of(more, 'end-of-list')).toEqual([]);
  });

  it('are counted where they are nonsense', async () => {
    const query = 'collection=app.bsky.feed.post';
    expect(await read('com.atproto.repo.listRecords', { records: 'none' }, { query })).toMatchObject([
      { kind: 'unreadable' },
    ]);
    const found = await read('com.atproto.repo.listRecords', { records: [{ uri: 7 }, null], cursor: 'x' }, { query });
    expect(of(found, 'unreadable')).toHaveLength(2);
  });
});
