import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlatformId } from '../../src/model/platform.ts';
import type { Post } from '../../src/model/post.ts';
import { readRecord } from '../archive/unzip.ts';
import type { ChannelFixture, ExpectedPost } from '../fixtures/sites/channel-fixture.ts';
import { takeChannel } from '../support/take-channel.ts';

const sites = join(import.meta.dirname, '../fixtures/sites');
const wanted = process.env.CHANNEL;
const platforms = readdirSync(sites)
  .filter((name) => existsSync(join(sites, name, 'site.ts')))
  .filter((name) => wanted === undefined || wanted.split(',').includes(name)) as PlatformId[];

const nameOf = ({ id, url }: { readonly id: string | null; readonly url: string | null }): string => id ?? url ?? '';

/** As much of a post as the fixture says something about. */
function comparable(post: Post, expected: ExpectedPost): ExpectedPost {
  const referenced = (reference: Post['replyTo']) => (reference === null ? undefined : nameOf(reference));
  const known: Record<keyof ExpectedPost, unknown> = {
    id: post.id,
    url: post.url,
    kind: post.kind,
    text: post.text,
    title: post.title,
    published: post.published,
    edited: post.edited,
    isOwn: post.isOwn,
    isPinned: post.isPinned,
    lang: post.lang,
    tags: post.tags,
    alts: post.media.map(({ alt }) => alt),
    mediaKinds: post.media.map(({ kind }) => kind),
    replyTo: referenced(post.replyTo),
    repostOf: referenced(post.repostOf),
    quoteOf: referenced(post.quoteOf),
    pollOptions: post.poll?.options.map(({ text }) => text) ?? [],
    mediaKept: post.media.every(({ archive }) => archive !== null),
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, known[key as keyof ExpectedPost]])) as never;
}

describe.each(platforms)('a snapshot of an account on %s', (platform) => {
  it('holds every post once, with its record, its media and a verdict that is true', async () => {
    const { startSite } = (await import(join(sites, platform, 'site.ts'))) as {
      startSite: () => Promise<ChannelFixture>;
    };
    const fixture = await startSite();
    try {
      const { url, handle, api, expected } = fixture;
      const account = { platform, handle, url, ...(api === undefined ? {} : { api }) };
      const { posts, report, files } = await takeChannel(account);

      expect(posts.map(({ id }) => id).sort()).toEqual(expected.posts.map(({ id }) => id).sort());
      const byId = new Map(posts.map((post) => [post.id, post]));
      for (const wantedPost of expected.posts) {
        const withMedia = { mediaKept: true, ...wantedPost };
        const post = byId.get(wantedPost.id);
        expect(post && comparable(post, withMedia), wantedPost.id).toEqual(withMedia);
      }

      for (const { archive } of posts) {
        const { file = '', offsetBytes = 0, lengthBytes = 0 } = archive ?? {};
        const member = files.get(file)?.subarray(offsetBytes, offsetBytes + lengthBytes) ?? Buffer.alloc(0);
        const { record } = await readRecord(member);
        expect(record.warcHeader('WARC-Record-ID')).toBe(`<${archive?.record}>`);
        expect(record.warcTargetURI).toBe(archive?.url);
      }

      const claims = Object.fromEntries(report.claims.map(({ name, count }) => [name, count]));
      expect({
        verdict: report.verdict,
        total: report.expected,
        missing: report.missingPosts.map(nameOf).sort(),
        gaps: [...new Set(report.gaps.map(({ reason }) => reason))].sort(),
        gone: report.gone.map(nameOf).sort(),
        claims,
      }).toEqual({
        verdict: expected.verdict,
        total: expected.total,
        missing: [...(expected.missing ?? [])].sort(),
        gaps: [...(expected.gaps ?? [])].sort(),
        gone: [...(expected.gone ?? [])].sort(),
        claims: expected.claims,
      });
      expect(report.unreadable).toEqual([]);
    } finally {
      await fixture.close();
    }
  }, 900_000);
});
