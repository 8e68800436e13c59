import { deflateRawSync } from 'node:zlib';
import { after, type Case, centralAt, endAt, manifest, part, put } from './verify-changes.ts';
import { extraField } from './verify-make-zip.ts';

/** Damage to the ZIP. */
export const zipCases: readonly Case[] = [
  ['zip.end', 'bytes follow the end', after((bytes) => Buffer.concat([bytes, Buffer.from('x')]))],
  ['zip.end', 'the end is cut off', after((bytes) => bytes.subarray(0, -30))],
  ['zip.end', 'the count of files is wrong', after((bytes) => put(bytes, endAt(bytes) + 8, 9))],
  ['zip.central', 'a directory header has lost its signature', after((bytes) => put(bytes, centralAt(bytes), 0))],
  ['zip.local', 'a local header has lost its signature', after((bytes) => put(bytes, 0, 0)), { offset: 0 }],
  ['zip.local', 'a local name differs', after((bytes) => put(bytes, 31, 0x52)), { offset: 31 }],
  [
    'zip.descriptor',
    'a descriptor is damaged',
    (made) => {
      part('index.cdxj', () => ({ descriptor: 'signed' }))(made);
      made.after = (bytes) => {
        const at = bytes.indexOf('PK\x07\x08');
        bytes.writeUInt32LE(1, at + 4);
        return bytes;
      };
    },
  ],
  [
    'zip.gap',
    'something stands before the first file',
    after((bytes) => {
      const shifted = Buffer.concat([Buffer.from('MZ'), bytes]);
      return shifted;
    }),
  ],
  [
    'zip.overlap',
    'two entries share one place',
    after((bytes) => {
      const second = bytes.indexOf('PK\x01\x02', centralAt(bytes) + 4);
      bytes.writeUInt32LE(4, second + 42);
      return bytes;
    }),
  ],
  ['zip.name', 'a name leads out of the folder', part('cdxj', () => ({ name: 'indexes/../../evil.cdxj' }))],
  ['zip.name', 'a name is absolute', part('cdxj', () => ({ name: '/etc/passwd' }))],
  [
    'zip.duplicate',
    'a name stands there twice',
    (made) => {
      made.zip = (parts) => [...parts, ...parts.slice(-1)];
    },
  ],
  ['zip.field', 'an entry has a setuid bit', part('cdxj', () => ({ external: 0o104755 * 65536 }))],
  ['zip.field', 'an entry was made by something else', part('cdxj', () => ({ madeBy: 0x0315 }))],
  ['zip.field', 'an entry says it is encrypted', part('cdxj', () => ({ flags: 1 }))],
  [
    'zip.extra',
    'an extra field stands at the file only',
    part('cdxj', () => ({ localExtra: extraField(0x5455, Buffer.alloc(5)) })),
  ],
  [
    'zip.comment',
    'a file of ours has a comment',
    (made) => {
      manifest({ software: 'Lastpost 0.1.0' })(made);
      made.zipComment = 'hello';
    },
  ],
  ['zip.method', 'a WARC is compressed again', part('warc.gz', () => ({ deflate: true }))],
  ['zip.method', 'an entry is packed in a way nobody can read', part('cdxj', () => ({ method: 99 }))],
  ['zip.size', 'an entry is a bomb', part('cdxj', () => ({ packed: deflateRawSync(Buffer.alloc(50_000_000)) }))],
  ['zip.crc', 'a byte of a stored file is wrong', after((bytes) => put(bytes, 60, bytes.readUInt8(60) ^ 1))],
  [
    'zip.deflate',
    'packed data is damaged',
    part('cdxj', (one) => ({ packed: Buffer.alloc(one.content.length, 0xff) })),
  ],
  [
    'zip.limit',
    'the manifest is too large to read',
    (made) => {
      made.zip = (parts) =>
        parts.map((one) => (one.name === 'datapackage.json' ? { ...one, content: Buffer.alloc(65 << 20, ' ') } : one));
    },
  ],
];
