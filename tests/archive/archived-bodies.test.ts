import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchivedBodies } from '../../src/archive/archived-bodies.ts';
import { openWaczResponses } from '../../src/archive/archived-responses.ts';
import type { Sha256 } from '../../src/base/digest.ts';
import type { ArchivedBody } from '../../src/model/archived-bodies.ts';
import type { ArchivedHead } from '../../src/model/archived-response.ts';
import type { Body, Exchange } from '../../src/model/http.ts';
import { exchangeOf, openWriter, pageOf, SNAPSHOT_TIME } from '../support/make-snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { unzip } from './unzip.ts';

const SITE = 'https://media.example';

async function sealOf(exchanges: readonly Exchange[]): Promise<string> {
  const dir = await temporaryFolder();
  const writer = await openWriter(join(dir, 'work'));
  for (const exchange of exchanges) await writer.addExchange(exchange);
  await writer.addPage(pageOf(`${SITE}/`));
  const file = join(dir, 'media.wacz');
  await writer.seal({ file, force: false, title: 'Media', mainPageUrl: `${SITE}/`, mainPageDate: SNAPSHOT_TIME });
  return file;
}

async function headsOf(file: string): Promise<ReadonlyMap<string, ArchivedHead>> {
  const responses = await openWaczResponses(file);
  const heads = new Map<string, ArchivedHead>();
  for await (const head of responses.heads()) heads.set(head.url.replace(SITE, ''), head);
  await responses.close();
  return heads;
}

async function opened(file: string) {
  const bodies = await openArchivedBodies(file);
  onTestFinished(() => bodies.close());
  const heads = await headsOf(file);
  return async (path: string) => {
    const head = heads.get(path);
    if (head === undefined) throw new Error(`${path} is not in the index`);
    return bodies.open(head.place);
  };
}

async function bytesOf(body: ArchivedBody): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of body.stream()) parts.push(part);
  return Buffer.concat(parts);
}

const jpeg = { responseHeaders: [['Content-Type', 'image/JPEG; q=1']] } as const;

describe('a body in an archive', () => {
  it('is read by the place of its record, as often as one wants, with its type', async () => {
    const content = Buffer.alloc(300_000, 'pixels of a bell ');
    const open = await opened(await sealOf([exchangeOf(`${SITE}/a.jpg`, { ...jpeg, content })]));
    const body = await open('/a.jpg');
    expect(body.mime).toBe('image/jpeg');
    expect((await bytesOf(body)).equals(content)).toBe(true);
    expect((await bytesOf(body)).equals(content)).toBe(true);
  });

  it('is found where a record only says that it is the same as an earlier one', async () => {
    const content = 'the same picture '.repeat(300);
    const file = await sealOf([
      exchangeOf(`${SITE}/a.jpg`, { ...jpeg, content }),
      exchangeOf(`${SITE}/a.jpg?w=640`, { ...jpeg, content }),
    ]);
    expect((await headsOf(file)).get('/a.jpg?w=640')?.isRevisit).toBe(true);
    const body = await (await opened(file))('/a.jpg?w=640');
    expect((await bytesOf(body)).toString()).toBe(content);
    expect(body.mime).toBe('image/jpeg');
  });

  it('comes unpacked when it was stored as it came over the wire', async () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(50);
    const open = await opened(
      await sealOf([
        exchangeOf(`${SITE}/logo.svg`, {
          content: gzipSync(text),
          bodyIsRaw: true,
          responseHeaders: [
            ['Content-Type', 'image/svg+xml'],
            ['Content-Encoding', 'gzip'],
          ],
        }),
      ]),
    );
    expect((await bytesOf(await open('/logo.svg'))).toString()).toBe(text);
  });

  it.each([
    ['at its end', 400_000, 'archive.digest-mismatch'],
    ['at once where it is small', 2_000, 'archive.no-body'],
  ])('is refused %s when one bit of it is not what it was', async (_when, lengthBytes, code) => {
    const content = randomBytes(lengthBytes);
    const file = await sealOf([exchangeOf(`${SITE}/a.jpg`, { ...jpeg, content })]);
    const { place } = (await headsOf(file)).get('/a.jpg') as ArchivedHead;
    const bytes = await readFile(file);
    const warc = unzip(bytes).find(({ name }) => name === place.file)?.data ?? Buffer.alloc(0);
    const at = place.offsetBytes + Math.floor(place.lengthBytes * 0.75);
    warc[at] = (warc[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const bodies = await openArchivedBodies(file);
    onTestFinished(() => bodies.close());
    const read = async () => bytesOf(await bodies.open(place));
    await expect(read()).rejects.toMatchObject({ code });
  });

  it('is not there where there is no response, or nothing at all', async () => {
    const file = await sealOf([exchangeOf(`${SITE}/a.jpg`, { ...jpeg, content: 'picture' })]);
    const bodies = await openArchivedBodies(file);
    onTestFinished(() => bodies.close());
    const { place } = (await headsOf(file)).get('/a.jpg') as ArchivedHead;
    for (const wrong of [
      { ...place, offsetBytes: 0 },
      { ...place, offsetBytes: place.offsetBytes + 3 },
      { ...place, offsetBytes: 1e12 },
      { ...place, file: 'archive/other.warc.gz' },
    ]) {
      await expect(bodies.open(wrong)).rejects.toMatchObject({ code: 'archive.no-body' });
    }
  });

  it('of a film goes by in pieces, and never lies in memory', async () => {
    const bytes = 80 << 20;
    const chunk = Buffer.alloc(1 << 20);
    for (let at = 0; at < chunk.length; at += 4) chunk.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
    const film: Body = {
      lengthBytes: bytes,
      sha256: filmDigest(chunk, bytes),
      async *stream() {
        for (let at = 0; at < bytes; at += chunk.length) yield chunk;
      },
      async dispose() {},
    };
    const file = await sealOf([
      { ...exchangeOf(`${SITE}/film.mp4`, { responseHeaders: [['Content-Type', 'video/mp4']] }), body: film },
    ]);
    const body = await (await opened(file))('/film.mp4');
    const before = process.memoryUsage.rss();
    let [read, highest] = [0, 0];
    for await (const piece of body.stream()) {
      read += piece.length;
      highest = Math.max(highest, process.memoryUsage.rss());
    }
    expect(read).toBe(bytes);
    expect(highest - before).toBeLessThan(56 << 20);
  });
});

function filmDigest(chunk: Buffer, bytes: number): Sha256 {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes; at += chunk.length) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}
