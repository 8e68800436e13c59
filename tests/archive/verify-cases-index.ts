import { type Case, idx, index, page } from './verify-changes.ts';
import { sha256Hex } from './verify-make.ts';

/** Damage to the indexes and to the list of pages. */
export const indexCases: readonly Case[] = [
  [
    'cdxj.line',
    'a line has no JSON',
    (made) => {
      made.indexText = (text) => `${text}zzz 20261123093000 no json\n`;
    },
  ],
  [
    'cdxj.line',
    'a line never ends',
    (made) => {
      made.indexText = (text) => `${text}${'z'.repeat(17 << 20)}\n`;
    },
  ],
  [
    'cdxj.order',
    'two lines have changed places',
    (made) => {
      made.index = (lines) => lines.reverse();
    },
    { file: 'indexes/index.cdxj', record: 'line 2' },
  ],
  ['cdxj.file', 'a line names another file', index(0, { filename: 'other.warc.gz' })],
  ['cdxj.offset', 'an offset is off by one', index(0, { offset: 1 }), { record: 'line 1', offset: 0 }],
  ['cdxj.length', 'a length is off by one', index(0, { length: 1 })],
  ['cdxj.url', 'an address is another', index(0, { url: 'https://example.org/other' })],
  [
    'cdxj.time',
    'a time is another',
    (made) => {
      made.index = (lines) => Object.assign(lines[0] ?? {}, { time: '20261123093001' });
    },
  ],
  ['cdxj.status', 'a status is another', index(0, { status: 404 })],
  ['cdxj.mime', 'a media type is another', index(0, { mime: 'image/png' })],
  ['cdxj.digest', 'a digest is another', index(0, { digest: `sha256:${sha256Hex('x')}` })],
  [
    'cdxj.missing',
    'a record has no line',
    (made) => {
      made.index = (lines) => lines.pop();
    },
    { file: 'archive/data.warc.gz' },
  ],
  [
    'idx.line',
    'a line has no JSON',
    (made) => {
      made.blockLines = 2;
      made.files.set('indexes/index.idx', Buffer.from('nothing\n'));
    },
  ],
  [
    'idx.order',
    'two blocks have changed places',
    (made) => {
      made.blockLines = 1;
      made.idx = (lines) => lines.reverse();
    },
  ],
  ['idx.block', 'a block begins elsewhere', idx({ offset: 3 })],
  ['idx.block', 'a block is longer', idx({ length: 3 })],
  ['idx.digest', 'a block hashes to something else', idx({ digest: `sha256:${sha256Hex('x')}` })],
  [
    'idx.key',
    'a block begins with another key',
    (made) => {
      made.blockLines = 2;
      made.idx = (lines) => Object.assign(lines[0] ?? {}, { key: 'org,example)/nothing' });
    },
  ],
  ['pages.line', 'a page is no JSON', page('{')],
  [
    'pages.header',
    'the header names no format',
    (made) => {
      made.pages[0] = '{"id":"pages"}';
    },
  ],
  ['pages.url', 'a page has no address', page('{"ts":"2026-11-23T09:30:00Z"}')],
  ['pages.time', 'a page has no real time', page('{"url":"https://example.org/","ts":"2026-11-31T09:30:00Z"}')],
  [
    'pages.no-record',
    'a page was never recorded',
    page('{"id":"p9","url":"https://example.org/x","ts":"2026-11-23T09:30:00Z"}'),
    { file: 'pages/pages.jsonl', record: 'p9' },
  ],
];
