import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { newFolder } from './folder.ts';
import { build, type Draft, draft, httpBlock, sha256Hex } from './verify-make.ts';
import { extraField, type ZipPart } from './verify-make-zip.ts';
import { missedFlips } from './verify-structure.ts';

async function problemsOf(change: (made: Draft) => void): Promise<readonly unknown[]> {
  const made = draft();
  change(made);
  const file = join(await newFolder(), 'other.wacz');
  await writeFile(file, build(made));
  return (await verifyWacz(file)).problems;
}

const zipped = (change: (part: ZipPart, index: number) => Partial<ZipPart>) => (made: Draft) => {
  made.zip = (parts) => parts.map((part, index) => ({ ...part, ...change(part, index) }));
};

/** What Info-ZIP adds: times here and there, the owner. */
const times = (lengthBytes: number) =>
  extraField(0x5455, Buffer.from([3, 1, 2, 3, 4, 5, 6, 7, 8].slice(0, lengthBytes)));
const owner = extraField(0x7875, Buffer.from([1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]));

describe('a WACZ by another tool is accepted', () => {
  test.each<readonly [string, (made: Draft) => void]>([
    ['with all that is not packed yet deflated', () => undefined],
    [
      'with a plain index.cdxj and a WARC that is not packed',
      (made) => {
        made.isPacked = false;
      },
    ],
    [
      'with the index in blocks',
      (made) => {
        made.blockLines = 2;
      },
    ],
    ['zipped with zip64 sizes (py-wacz)', zipped((part) => ({ zip64: part.name.startsWith('archive/') }))],
    [
      'streamed with descriptors, as client-zip does',
      zipped(() => ({ deflate: false, descriptor: 'signed', madeBy: 0x032d, needed: 45, external: 0o100664 * 65536 })),
    ],
    ['streamed with descriptors of eight bytes', zipped(() => ({ descriptor: 'wide' }))],
    ['streamed with descriptors without signature', zipped(() => ({ descriptor: 'bare' }))],
    [
      'zipped by Info-ZIP with times, owner and text bit',
      zipped((part) => ({
        madeBy: 0x031e,
        internal: part.name.endsWith('.json') ? 1 : 0,
        localExtra: Buffer.concat([times(9), owner]),
        centralExtra: Buffer.concat([times(5), owner]),
      })),
    ],
    [
      'with folders of their own and a comment',
      (made) => {
        made.zip = (parts) => [
          { name: 'archive/', content: Buffer.alloc(0), external: 0o040755 * 65536 + 0x10 },
          ...parts,
        ];
        made.zipComment = 'made on a quiet day';
      },
    ],
    ['with unlike permissions', zipped((_, index) => ({ external: (index % 2 === 0 ? 0o100644 : 0o600) * 65536 }))],
    [
      'of an older version',
      (made) => {
        made.manifest = (json) => Object.assign(json, { wacz_version: '1.0.0' });
      },
    ],
    [
      'with WARC 1.0 and SHA-1 in base32',
      (made) => {
        made.records[1] = {
          type: 'response',
          uri: 'https://example.org/',
          version: 'WARC/1.0',
          block: httpBlock('<h1>We are closing</h1>'),
          headers: { 'WARC-Block-Digest': null, 'WARC-Payload-Digest': 'sha1:4SIXVDRIBQGX3JWMRIIHH5AHIKZDFOGG' },
        };
        made.records.splice(3, 1);
      },
    ],
    [
      'with sha-256 spelled with a dash',
      (made) => {
        const digest = `sha-256:${sha256Hex('We are closing')}`;
        made.records[4] = {
          ...made.records[4],
          headers: { 'WARC-Payload-Digest': digest, 'WARC-Block-Digest': digest },
        } as never;
      },
    ],
    [
      'with a chunked body whose digest is of the bytes sent',
      (made) => {
        made.records.push({ type: 'response', uri: 'https://example.org/chunks', block: chunked });
      },
    ],
    [
      'with a chunked body whose digest is of the page itself',
      (made) => {
        const headers = { 'WARC-Payload-Digest': `sha256:${sha256Hex('Hello, world')}` };
        made.records.push({ type: 'response', uri: 'https://example.org/chunks', block: chunked, headers });
      },
    ],
    [
      'with extra pages and logs',
      (made) => {
        made.files.set('pages/extraPages.jsonl', Buffer.from('{"format":"json-pages-1.0","id":"extra"}\n'));
        made.files.set('logs/crawl.log', Buffer.from('{"logLevel":"info"}\n'));
      },
    ],
    [
      'with a part that only the WARC knows',
      (made) => {
        made.records.push({
          type: 'response',
          uri: 'https://example.org/',
          date: '2026-11-23T09:30:01Z',
          block: httpBlock('<h1>', 'text/html', '206 Partial Content'),
        });
        made.index = (lines) =>
          lines.splice(
            lines.findIndex((line) => line.time === '20261123093001'),
            1,
          );
      },
    ],
    [
      'with a page that is routed by its fragment',
      (made) => {
        made.pages[1] = '{"url":"https://example.org/#/farewell","ts":"2026-11-23T10:30:00.5+01:00"}';
      },
    ],
  ])('%s', async (_, change) => {
    expect(await problemsOf(change)).toEqual([]);
  });
});

const chunked =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nHello, \r\n5;x=y\r\nworld\r\n0\r\n\r\n';

test('every bit of the directory that something else can contradict is found', { timeout: 600_000 }, async () => {
  const file = join(await newFolder(), 'other.wacz');
  const bytes = build(draft());
  await writeFile(file, bytes);
  const endAt = bytes.length - 22;
  const centralAt = bytes.readUInt32LE(endAt + 16);
  // Permissions and the text bit may differ from file to file with such tools, so nothing can contradict them.
  const free = new Set<number>();
  for (let at = centralAt; at < endAt; at += 46 + bytes.readUInt16LE(at + 28)) {
    for (const byte of [36, 38, 39, 40, 41]) free.add(at + byte);
  }
  const offsets = Array.from({ length: bytes.length - centralAt }, (_, index) => centralAt + index);
  expect(
    await missedFlips(
      file,
      offsets.filter((at) => !free.has(at)),
    ),
  ).toEqual([]);
});
