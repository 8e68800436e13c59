import { describe, expect, it } from 'vitest';
import { adapters } from '../../../src/channels/registry.ts';
import type { PlatformId } from '../../../src/model/platform.ts';
import { readPost } from '../../../src/posts/read-post.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { allFixtures } from './fixtures-of-all.ts';

const fixtures = await allFixtures();
const importers = adapters.filter((adapter) => adapter.import !== undefined).map(({ id }) => id);
/** One ZIP holds both. */
const together: readonly (readonly PlatformId[])[] = [['instagram', 'threads']];

const mayShare = (one: PlatformId, other: PlatformId) =>
  together.some((group) => group.includes(one) && group.includes(other));

describe('the importers', () => {
  it('have made-up exports each, and a near miss', () => {
    expect(fixtures.map(({ platform }) => platform).sort()).toEqual([...importers].sort());
    for (const { platform, exports, nearMisses } of fixtures) {
      expect([platform, exports.length > 0, nearMisses.length > 0]).toEqual([platform, true, true]);
    }
  });

  it('are there for every platform that has an export of a known form', () => {
    const without = adapters.filter((adapter) => adapter.import === undefined).map(({ id }) => id);
    expect(without.sort()).toEqual(['website', 'xing']);
  });
});

describe.each(fixtures.flatMap(({ exports }) => exports.map((fixture) => [fixture.name, fixture] as const)))(
  '%s',
  (_name, fixture) => {
    it('is known by its structure, and taken for no other platform', async () => {
      const tree = await exportTree(fixture.contents);
      const own = fixture.place.platform;
      const detection = await detectExport(own, tree);
      expect(detection).toMatchObject({ kind: 'export', export: { platform: own, dialect: fixture.dialect } });
      for (const other of importers.filter((id) => id !== own && !mayShare(id, own))) {
        expect([other, await detectExport(other, tree)]).toEqual([other, undefined]);
      }
    });

    it('is known with a folder round it as well', async () => {
      const inside = Object.entries(fixture.contents).map(([path, content]) => [`packed 1/${path}`, content]);
      const tree = await exportTree(Object.fromEntries(inside));
      const { detected, posts } = await readExport(fixture.place, tree);
      expect(detected.dialect).toBe(fixture.dialect);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(fixture.posts);
    });

    it('gives its public posts and nothing else, each in the form of a post', async () => {
      const read = await readExport(fixture.place, await exportTree(fixture.contents));
      expect(new Set(read.posts.map(({ id }) => id)).size).toBe(fixture.posts);
      expect(read.leftOut).toEqual(fixture.leftOut ?? {});
      expect(read.detected.missingParts).toEqual(fixture.missingParts ?? []);
      for (const post of read.posts) {
        const line = JSON.stringify({ ...post, channel: 'x', archive: null });
        expect(readPost(line)).toEqual(JSON.parse(line));
        expect(post).toMatchObject({
          platform: fixture.place.platform,
          source: 'export',
          isOwn: true,
        });
        expect(['public', 'unlisted', 'unknown']).toContain(post.visibility);
        if (post.published !== null) expect(new Date(post.published).toISOString()).toBe(post.published);
        if (post.url !== null) expect(post.url).toMatch(/^https?:\/\//);
      }
    });

    it('gives the same ids when it is read again', async () => {
      const tree = await exportTree(fixture.contents);
      const ids = async () => (await readExport(fixture.place, tree)).posts.map(({ id }) => id);
      expect(await ids()).toEqual(await ids());
    });
  },
);

const misses = fixtures.flatMap(({ nearMisses }) => nearMisses.map((miss) => [miss.name, miss] as const));

describe.each(misses)('a near miss: %s', (_name, { place, contents, refused }) => {
  it('is not taken for an export', async () => {
    const detection = await detectExport(place.platform, await exportTree(contents));
    if (refused === undefined) expect(detection).toBeUndefined();
    else expect(detection).toMatchObject({ kind: 'refused', code: refused });
  });
});
