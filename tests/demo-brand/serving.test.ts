import { createHash } from 'node:crypto';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseByteRange } from '../../src/demo-brand/http/byte-range.ts';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';

let brand: DemoBrand;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
});
afterAll(() => brand.close());

describe('ranges', () => {
  test.each([
    [undefined, 'whole'],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=50-5000', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-2', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['items=0-1', 'whole'],
  ] as const)('reads %s of 100 bytes', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });

  test('gives parts of the video that make up the whole', async () => {
    const url = brand.expected.blog.videoUrl;
    const whole = await fetch(url);
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const half = bytes.length >> 1;
    const first = await fetch(url, { headers: { range: `bytes=0-${half - 1}` } });
    const second = await fetch(url, { headers: { range: `bytes=${half}-` } });
    expect([first.status, second.status]).toEqual([206, 206]);
    expect(second.headers.get('content-range')).toBe(`bytes ${half}-${bytes.length - 1}/${bytes.length}`);
    const parts = [Buffer.from(await first.arrayBuffer()), Buffer.from(await second.arrayBuffer())];
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('refuses a part that is not there with 416 and the true length', async () => {
    const answer = await fetch(brand.expected.blog.videoUrl, { headers: { range: 'bytes=99999999-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
  });

  test('sends the whole when If-Range names another version', async () => {
    const headers = { range: 'bytes=0-9', 'if-range': '"another"' };
    expect((await fetch(brand.expected.blog.videoUrl, { headers })).status).toBe(200);
  });
});

describe('conditions', () => {
  test('answers 304 without a body when the tag is known', async () => {
    const { imageUrls, assetUrls, videoUrl } = brand.expected.blog;
    for (const url of [imageUrls[0] ?? '', assetUrls[1] ?? '', videoUrl]) {
      const etag = (await fetch(url)).headers.get('etag') ?? '';
      const again = await fetch(url, { headers: { 'if-none-match': etag } });
      expect([again.status, (await again.arrayBuffer()).byteLength, again.headers.get('etag')]).toEqual([304, 0, etag]);
      expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
  });

  test('leaves text as it is for whoever does not take gzip, and sends no body to HEAD', async () => {
    const plain = await fetch(brand.blogUrl, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await fetch(brand.blogUrl, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await plain.text());
    const head = await fetch(brand.expected.blog.videoUrl, { method: 'HEAD' });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100_000);
  });
});

describe('starting and stopping', () => {
  test('gives the same bytes each time on the same ports', async () => {
    const ports = {
      blog: Number(new URL(brand.blogUrl).port),
      social: Number(new URL(brand.socialUrl).port),
      embed: Number(new URL(brand.embedOrigin).port),
      fediverse: Number(new URL(brand.fediverseUrl).port),
      x: Number(new URL(brand.xUrl).port),
    };
    const before = await fingerprint(brand);
    await brand.close();
    brand = await startDemoBrand({ ports, slowPageMs: 0, feedDelayMs: 0 });
    expect(await fingerprint(brand)).toEqual(before);
    expect(before.size).toBeGreaterThan(150);
  });

  test('can be closed twice, and then nobody answers', async () => {
    const other = await startDemoBrand();
    await fetch(other.blogUrl);
    await Promise.all([other.close(), other.close()]);
    await other.close();
    await expect(fetch(other.blogUrl)).rejects.toThrow();
  });

  test('leaves nothing listening when one port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', () => resolve()));
    const taken = (holder.address() as AddressInfo).port;
    const free = await startDemoBrand();
    const blog = Number(new URL(free.blogUrl).port);
    await free.close();
    await expect(startDemoBrand({ ports: { blog, social: 0, embed: taken } })).rejects.toThrow('EADDRINUSE');
    await expect(fetch(`http://127.0.0.1:${blog}/`)).rejects.toThrow();
    await new Promise((resolve) => holder.close(resolve));
  });
});

async function fingerprint(from: DemoBrand): Promise<Map<string, string>> {
  const { blog, social, fediverse, embed } = from.expected;
  const urls = [
    ...[blog.pageUrls, blog.imageUrls, blog.assetUrls, blog.feedUrls, blog.sitemapUrls].flat(),
    ...[social.pageUrls, social.feedUrls, social.imageUrls, embed.urls].flat(),
    ...[fediverse.pageUrls, fediverse.mediaUrls, fediverse.listUrl, fediverse.feedUrl].flat(),
    blog.videoUrl,
    blog.documentUrl,
  ];
  const digests = new Map<string, string>();
  for (const url of urls) {
    digests.set(url, await digestOf(url));
  }
  return digests;
}

/** With a connection of its own: fetch would take one it has kept from the server that was closed. */
function digestOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent: false }, (answer) => {
      const hash = createHash('sha256');
      answer.on('data', (chunk: Buffer) => hash.update(chunk));
      answer.once('end', () => resolve(hash.digest('hex')));
      answer.once('error', reject);
    });
    asked.once('error', reject);
  });
}
