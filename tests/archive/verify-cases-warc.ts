import { gzipSync } from 'node:zlib';
import { type Case, record, warc } from './verify-changes.ts';
import { sha256Hex } from './verify-make.ts';

const twoRecords =
  'WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:7777>\r\nWARC-Date: 2026-11-23T09:30:00Z\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n';

/** Damage to WARC records and to the gzip members around them. */
export const warcCases: readonly Case[] = [
  [
    'gzip.header',
    'rubbish stands between two members',
    warc((bytes, [, second = 0]) =>
      Buffer.concat([bytes.subarray(0, second), Buffer.from('rubbish'), bytes.subarray(second)]),
    ),
  ],
  [
    'gzip.data',
    'packed bytes of a record are wrong',
    warc((bytes, [, second = 0]) => Buffer.from(bytes).fill(0xff, second + 12, second + 40)),
  ],
  [
    'gzip.crc',
    'a checksum is wrong',
    warc((bytes, [, second = 0]) => {
      bytes.writeUInt32LE(1, second - 8);
      return bytes;
    }),
  ],
  [
    'gzip.size',
    'a length is wrong',
    warc((bytes, [, second = 0]) => {
      bytes.writeUInt32LE(1, second - 4);
      return bytes;
    }),
  ],
  ['gzip.truncated', 'the last member is cut off', warc((bytes) => bytes.subarray(0, -20))],
  [
    'warc.member',
    'two records share a member',
    warc((bytes) => {
      const two = gzipSync(
        Buffer.concat([Buffer.from(twoRecords), Buffer.from(twoRecords.replaceAll('7777', '8888'))]),
      );
      return Buffer.concat([bytes, two]);
    }),
  ],
  ['warc.member', 'a member is empty', warc((bytes) => Buffer.concat([bytes, gzipSync('')]))],
  ['warc.version', 'a record is of no known version', record(1, { version: 'WARC/2.0' })],
  ['warc.header', 'a header line has no name', record(1, { extraLines: ['no colon here'] })],
  ['warc.header-missing', 'a record has no date', record(1, { headers: { 'WARC-Date': null } })],
  ['warc.header-repeated', 'a record has two dates', record(1, { extraLines: ['WARC-Date: 2026-11-23T09:30:00Z'] })],
  ['warc.header-limit', 'a header never ends', record(1, { extraLines: [`X: ${'x'.repeat(1_100_000)}`] })],
  ['warc.date', 'a date is not in the calendar', record(1, { date: '2026-02-30T09:30:00Z' })],
  ['warc.record-id', 'an id is no address', record(1, { id: 'one' })],
  [
    'warc.record-id-repeated',
    'an id stands there twice',
    record(1, { id: '<urn:uuid:00000000-0000-4000-8000-000000000000>' }),
  ],
  ['warc.target-uri', 'a response is of nothing', record(1, { headers: { 'WARC-Target-URI': null } })],
  ['warc.length', 'a length is no number', record(1, { headers: { 'Content-Length': 'many' } })],
  ['warc.ending', 'a length is too small', record(1, { headers: { 'Content-Length': '41' } })],
  ['warc.truncated', 'a length is too large', record(1, { headers: { 'Content-Length': '4000' } })],
  [
    'warc.http',
    'a response has no HTTP head',
    record(1, { block: 'HTTP/1.1 200 OK', headers: { 'WARC-Payload-Digest': null } }),
  ],
  ['warc.digest-form', 'a digest is of an unknown kind', record(1, { headers: { 'WARC-Block-Digest': 'crc:1' } })],
  [
    'warc.block-digest',
    'a block hashes to something else',
    record(1, { headers: { 'WARC-Block-Digest': `sha256:${sha256Hex('x')}` } }),
  ],
  [
    'warc.payload-digest',
    'a payload hashes to something else',
    record(1, { headers: { 'WARC-Payload-Digest': `sha256:${sha256Hex('x')}` } }),
  ],
  [
    'warc.revisit',
    'a revisit has no profile',
    (made) => {
      const { headers } = made.records[3] ?? {};
      record(3, { headers: { ...headers, 'WARC-Profile': null } })(made);
    },
  ],
  [
    'warc.revisit-target',
    'a revisit leads nowhere',
    (made) => {
      const { headers } = made.records[3] ?? {};
      record(3, { headers: { ...headers, 'WARC-Refers-To-Target-URI': 'https://example.org/gone' } })(made);
    },
  ],
];
