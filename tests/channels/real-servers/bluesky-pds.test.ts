import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blueskyAdapter } from '../../../src/channels/bluesky/adapter.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import { collected, siteOverFetch } from '../../support/public-site.ts';
import { takeChannel } from '../../support/take-channel.ts';
import { startTestSite, type TestSite } from '../../support/test-site.ts';
import { type FilledAccount, fillAccount } from './bluesky-account.ts';
import { blueskyPackages } from './bluesky-packages.ts';
import { type BlueskyServer, startBluesky } from './start-bluesky.ts';

const had = await blueskyPackages();
if ('reason' in had) process.stderr.write(`Skipped: ${had.reason}\n`);

/** The server seen through a wire on which one letter of one post falls over, in the repository's file alone. */
async function startWornWire(target: string, words: string): Promise<{ origin: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(target + request.url, { redirect: 'manual' });
    const body = Buffer.from(await answer.arrayBuffer());
    const place = request.url?.includes('sync.getRepo') ? body.indexOf(words) : -1;
    if (place >= 0) body[place] = (body[place] ?? 0) ^ 1;
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function removeBlob(data: string, cid: string): Promise<void> {
  const files = await readdir(data, { recursive: true, withFileTypes: true });
  const found = files.filter((file) => file.isFile() && file.name === cid);
  expect(found).toHaveLength(1);
  for (const { parentPath, name } of found) await rm(join(parentPath, name));
}

describe.skipIf('reason' in had)(
  `a Bluesky server of its own${'reason' in had ? ` (skipped: ${had.reason})` : ''}`,
  () => {
    let server: BlueskyServer;
    let account: FilledAccount;
    let app: TestSite;

    beforeAll(async () => {
      const { folder } = had as { folder: string };
      server = await startBluesky(folder);
      account = await fillAccount(folder, server.pds);
      app = await startTestSite({ '/profile/brandt.test': '<title>Brandt</title><h1>Brandt &amp; Söhne</h1>' });
    }, 600_000);

    afterAll(async () => {
      await app?.close();
      await server?.stop();
    });

    const channel = (api: string) =>
      ({ platform: 'bluesky', handle: 'brandt.test', url: app.url('/profile/brandt.test'), api }) as const;

    it('gives every post once, with its blobs, and the repository proves that this is all', async () => {
      const { posts, report } = await takeChannel(channel(server.pds));
      const { named, uris, deleted, pinned } = account;

      expect(posts.map(({ id }) => id).sort()).toEqual([...uris].sort());
      expect(new Set(uris).size).toBe(60);
      expect(uris).not.toContain(deleted);
      expect(report).toMatchObject({
        verdict: 'complete',
        expected: 60,
        have: 60,
        missing: 0,
        missingPosts: [],
        gaps: [],
      });
      expect(report.byKind).toEqual({ post: 56, quote: 2, reply: 1, repost: 1 });
      expect(report.media).toEqual({ known: 9, had: 9, missing: [] });
      expect(posts.filter(({ isPinned }) => isPinned).map(({ id }) => id)).toEqual([pinned]);

      const of = (name: string) => posts.find(({ id }) => id === named[name]);
      expect(of('second')).toMatchObject({ kind: 'post', thread: named.root, replyTo: { id: named.root } });
      expect(of('four')?.media.map(({ alt, width, mime }) => [alt, width, mime])).toEqual(
        [1, 2, 3, 4].map((number) => [`Bell ${number}`, 30, 'image/png']),
      );
      expect(of('video')?.media).toMatchObject([{ kind: 'video', alt: 'A bell rings', mime: 'video/mp4' }]);
      expect(of('facets')).toMatchObject({ links: ['https://brandt.example/harz?x=1'], tags: ['Ilsenbrück'] });
      expect(of('card')).toMatchObject({ lang: 'de', links: ['https://brandt.example/de/'] });
      expect(of('answer')).toMatchObject({ kind: 'reply', replyTo: { id: named.praise } });
      expect(of('quote')).toMatchObject({ kind: 'quote', quoteOf: { id: named.praise } });
      expect(of('quoteWithPictures')).toMatchObject({ kind: 'quote', quoteOf: { id: named.praise } });
      expect(of('warned')?.warning).toBe('graphic-media');
    });

    it('names the post whose block is damaged and the picture that is not there any more', async () => {
      const [lost = ''] = account.pictures;
      await removeBlob(server.data, lost);
      const wire = await startWornWire(server.pds, 'Bell number 17, tuned');
      try {
        const { posts, report } = await takeChannel(channel(wire.origin));
        expect(posts).toHaveLength(59);
        const [missing] = report.missingPosts;
        expect(report.missingPosts).toHaveLength(1);
        expect(account.uris).toContain(missing?.id);
        expect(posts.map(({ id }) => id)).not.toContain(missing?.id);
        expect(report.unreadable.map(({ id }) => id)).toEqual([missing?.id]);
        expect(
          report.media.missing.map(({ url, post }) => [new URL(url).searchParams.get('cid'), post]).sort(),
        ).toEqual([account.named.four, account.named.quoteWithPictures].map((post) => [lost, post]).sort());
        expect(report).toMatchObject({ verdict: 'complete-with-named-gaps', expected: 60, have: 59, missing: 1 });
      } finally {
        wire.server.close();
      }
    });

    it('says of accounts that are gone, left for a while, or taken down, what has become of them', async () => {
      const walked = async (handle: string) => {
        const place: ChannelPlace = {
          platform: 'bluesky',
          handle,
          url: app.url(`/profile/${handle}`),
          api: server.pds,
        };
        const all = await collected(blueskyAdapter.seeds?.walk?.(place, siteOverFetch()));
        return all.flatMap((one) => (one.kind === 'gap' ? [`${one.reason}: ${one.message}`] : []));
      };
      expect(await walked('nobody.test')).toEqual([expect.stringContaining('content-unavailable: ')]);
      await account.deactivateMira();
      expect(await walked('mira.test')).toEqual([expect.stringMatching(/^content-unavailable: .*deactivated/)]);

      const subject = { $type: 'com.atproto.admin.defs#repoRef', did: account.did };
      const taken = await fetch(`${server.pds}/xrpc/com.atproto.admin.updateSubjectStatus`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from('admin:admin-of-a-test').toString('base64')}`,
        },
        body: JSON.stringify({ subject, takedown: { applied: true, ref: 'of a test' } }),
      });
      expect(taken.status).toBe(200);
      expect(await walked('brandt.test')).toEqual([expect.stringMatching(/^content-unavailable: .*taken it down/)]);
    });
  },
);
