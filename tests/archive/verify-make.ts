import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type ZipPart, zipOf } from './verify-make-zip.ts';

/** A WARC record before it is written; whatever is not given is written right. */
export interface RecordParts {
  readonly type: string;
  readonly id?: string;
  readonly date?: string;
  readonly uri?: string;
  readonly contentType?: string;
  readonly block: string;
  /** More header lines, in place of those of the same name. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly extraLines?: readonly string[];
  readonly version?: string;
  readonly ending?: string;
}

export const sha256Hex = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export function recordBytes(parts: RecordParts, number: number): Buffer {
  const { type, block, uri, date = '2026-11-23T09:30:00Z', version = 'WARC/1.1', ending = '\r\n\r\n' } = parts;
  const payload = block.startsWith('HTTP/') ? block.slice(block.indexOf('\r\n\r\n') + 4) : block;
  const right: Record<string, string | null> = {
    'WARC-Type': type,
    'WARC-Record-ID': parts.id ?? `<urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
    'WARC-Date': date,
    'WARC-Target-URI': uri ?? null,
    'WARC-Payload-Digest': type === 'warcinfo' ? null : `sha256:${sha256Hex(payload)}`,
    'WARC-Block-Digest': `sha256:${sha256Hex(block)}`,
    'Content-Type': parts.contentType ?? 'application/http;msgtype=response',
    'Content-Length': String(Buffer.byteLength(block)),
    ...parts.headers,
  };
  const lines = Object.entries(right).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const head = [version, ...lines, ...(parts.extraLines ?? [])].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${block}${ending}`, 'utf8');
}

export const httpBlock = (body: string, mime = 'text/html', status = '200 OK') =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${mime}\r\n\r\n${body}`;

export interface IndexLine {
  key: string;
  time: string;
  json: Record<string, unknown>;
}

/** A WACZ by another tool, in the making. Change what should be wrong, then `build`. */
export interface Draft {
  readonly records: RecordParts[];
  /** False: `archive/data.warc`, not packed. */
  isPacked: boolean;
  /** Changes the WARC file's bytes; `members` are where its records begin. */
  warc: (bytes: Buffer, members: readonly number[]) => Buffer;
  index: (lines: IndexLine[]) => void;
  /** Changes the index's text. */
  indexText: (text: string) => string;
  /** Lines a block of index.cdx.gz; 0 writes index.cdxj. */
  blockLines: number;
  idx: (lines: IndexLine[]) => void;
  readonly pages: string[];
  /** Files to add, or to put in place of others. */
  readonly files: Map<string, Buffer>;
  manifest: (json: Record<string, unknown>) => void;
  digest: (json: Record<string, unknown>) => void;
  /** How the ZIP is to be written. */
  zip: (parts: ZipPart[]) => ZipPart[];
  zipComment: string;
  /** Changes the finished file. */
  after: (bytes: Buffer) => Buffer;
}

const BODY = '<h1>We are closing</h1>';

export function draft(): Draft {
  return {
    records: [
      { type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: other tool\r\n' },
      { type: 'response', uri: 'https://example.org/', block: httpBlock(BODY) },
      {
        type: 'request',
        uri: 'https://example.org/',
        contentType: 'application/http;msgtype=request',
        block: 'GET / HTTP/1.1\r\nHost: example.org\r\n\r\n',
        headers: { 'WARC-Payload-Digest': null },
      },
      {
        type: 'revisit',
        uri: 'https://example.org/index.html',
        date: '2026-11-23T09:30:05Z',
        block: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
        headers: {
          'WARC-Payload-Digest': `sha256:${sha256Hex(BODY)}`,
          'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
          'WARC-Refers-To-Target-URI': 'https://example.org/',
          'WARC-Refers-To-Date': '2026-11-23T09:30:00Z',
        },
      },
      {
        type: 'resource',
        uri: 'urn:text:https://example.org/',
        contentType: 'text/plain; charset=utf-8',
        block: 'We are closing',
      },
    ],
    isPacked: true,
    warc: (bytes) => bytes,
    index: () => undefined,
    indexText: (text) => text,
    blockLines: 0,
    idx: () => undefined,
    pages: [
      '{"format":"json-pages-1.0","id":"pages","title":"All Pages"}',
      '{"id":"1","url":"https://example.org/","ts":"2026-11-23T09:30:00Z","title":"Closing"}',
    ],
    files: new Map(),
    manifest: () => undefined,
    digest: () => undefined,
    zip: (parts) => parts,
    zipComment: '',
    after: (bytes) => bytes,
  };
}

/** `org,example)/path`, enough for the addresses used here. */
function surt(url: string): string {
  const match = /^https:\/\/([^/]+)(\/.*)$/.exec(url);
  return match === null ? url : `${match[1]?.split('.').reverse().join(',')})${match[2]}`;
}

function indexLines(draft: Draft, members: readonly Buffer[]): IndexLine[] {
  let offset = 0;
  const lines: IndexLine[] = [];
  for (const [number, member] of members.entries()) {
    const parts = draft.records[number];
    if (parts?.uri !== undefined && ['response', 'revisit', 'resource'].includes(parts.type)) {
      const head = recordBytes(parts, number).toString('utf8');
      const mime = parts.type === 'resource' ? 'text/plain' : 'text/html';
      lines.push({
        key: surt(parts.uri),
        time: (parts.date ?? '2026-11-23T09:30:00Z').replace(/\D/g, ''),
        json: {
          url: parts.uri,
          mime: parts.type === 'revisit' ? 'warc/revisit' : mime,
          status: 200,
          digest: /WARC-Payload-Digest: (\S+)/.exec(head)?.[1],
          length: member.length,
          offset,
          filename: draft.isPacked ? 'data.warc.gz' : 'data.warc',
        },
      });
    }
    offset += member.length;
  }
  return lines.sort((a, b) => Buffer.compare(Buffer.from(`${a.key} ${a.time} `), Buffer.from(`${b.key} ${b.time} `)));
}

function writeIndex(draft: Draft, lines: IndexLine[], files: Map<string, Buffer>): void {
  const text = (line: IndexLine) => `${line.key} ${line.time} ${JSON.stringify(line.json)}\n`;
  draft.index(lines);
  if (draft.blockLines === 0) {
    files.set('indexes/index.cdxj', Buffer.from(draft.indexText(lines.map(text).join(''))));
    return;
  }
  const blocks: Buffer[] = [];
  const second: IndexLine[] = [];
  for (let at = 0; at < lines.length; at += draft.blockLines) {
    const part = lines.slice(at, at + draft.blockLines);
    const block = gzipSync(part.map(text).join(''));
    const offset = Buffer.concat(blocks).length;
    const digest = `sha256:${sha256Hex(block)}`;
    const { key = '', time = '' } = part[0] ?? {};
    second.push({ key, time, json: { offset, length: block.length, digest, filename: 'index.cdx.gz' } });
    blocks.push(block);
  }
  draft.idx(second);
  files.set('indexes/index.cdx.gz', Buffer.concat(blocks));
  files.set('indexes/index.idx', Buffer.from(`!meta 0 {"format":"cdxj-gzip-1.0"}\n${second.map(text).join('')}`));
}

export function build(draft: Draft): Buffer {
  const members = draft.records.map((parts, number) => {
    const bytes = recordBytes(parts, number);
    return draft.isPacked ? gzipSync(bytes) : bytes;
  });
  const starts = members.map((_, number) => members.slice(0, number).reduce((sum, { length }) => sum + length, 0));
  const files = new Map<string, Buffer>();
  files.set(`archive/data.warc${draft.isPacked ? '.gz' : ''}`, draft.warc(Buffer.concat(members), starts));
  writeIndex(draft, indexLines(draft, members), files);
  files.set('pages/pages.jsonl', Buffer.from(`${draft.pages.join('\n')}\n`));
  for (const [path, content] of draft.files) files.set(path, content);
  const manifest: Record<string, unknown> = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: 'other tool 1.0',
    resources: [...files].map(([path, content]) => ({
      name: path.slice(path.lastIndexOf('/') + 1).toLowerCase(),
      path,
      hash: `sha256:${sha256Hex(content)}`,
      bytes: content.length,
    })),
  };
  draft.manifest(manifest);
  const list = Buffer.from(JSON.stringify(manifest));
  const digest: Record<string, unknown> = { path: 'datapackage.json', hash: `sha256:${sha256Hex(list)}` };
  draft.digest(digest);
  files.set('datapackage.json', list);
  files.set('datapackage-digest.json', Buffer.from(JSON.stringify(digest)));
  const parts = [...files].map(
    ([name, content]): ZipPart => ({ name, content, deflate: !name.endsWith('gz') && !name.startsWith('archive/') }),
  );
  return draft.after(zipOf(draft.zip(parts), draft.zipComment));
}
