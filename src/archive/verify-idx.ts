import type { FileHandle } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { toNumber } from './verify-cdxj.ts';
import type { Report } from './verify-findings.ts';
import { cutLines, parseObject } from './verify-lines.ts';
import { parseDigest, wholeDigest } from './warc-read-digest.ts';
import { readSpan } from './zip-read-span.ts';
import { STORED, type ZipContent } from './zip-read-types.ts';

/** A line of the second index: the key of a block's first line, and where the block lies. */
export interface IdxLine {
  readonly key: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly number: number;
}

/** Blocks hold some thousand lines each; a real index has a few thousand blocks. */
const MAX_LINES = 1 << 20;
const MAX_BLOCK_BYTES = 16 << 20;
const MAX_BLOCK_LINES_BYTES = 64 << 20;

/** Reads `index.idx` and reports what is no line of one. */
export async function readIdx(path: string, chunks: AsyncIterator<Buffer>, report: Report): Promise<IdxLine[]> {
  const found: IdxLine[] = [];
  let before: Buffer = Buffer.alloc(0);
  const bad = (offset: number, number: number) =>
    report(
      'idx.line',
      { file: path, offset, record: `line ${number}` },
      'A line of the second index must be "key time {json}".',
    );
  const lines = cutLines({
    line(line, at, number) {
      const text = line.toString('utf8');
      if (text === '' || text.startsWith('!meta')) return;
      const brace = text.indexOf(' {');
      const json = brace === -1 ? undefined : parseObject(text.slice(brace + 1));
      if (json === undefined || found.length >= MAX_LINES) return bad(at, number);
      const key = Buffer.from(line.subarray(0, Buffer.byteLength(text.slice(0, brace))));
      if (Buffer.compare(before, key) > 0) {
        report(
          'idx.order',
          { file: path, offset: at, record: `line ${number}` },
          'This line should stand before the one above it.',
        );
      }
      before = key;
      found.push({ key: text.slice(0, brace), json, at, number });
    },
    tooLong: bad,
  });
  let at = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    lines.update(next.value, at);
    at += next.value.length;
  }
  lines.end();
  return found;
}

/**
 * Fetches each block as a replay tool would, by offset and length, and holds it against its line. Together the blocks
 * must be the whole compressed index.
 */
export async function checkIdx(
  handle: FileHandle,
  path: string,
  lines: readonly IdxLine[],
  indexes: ReadonlyMap<string, ZipContent>,
  report: Report,
): Promise<void> {
  const reached = new Map<string, number>();
  for (const line of lines) {
    const place = { file: path, offset: line.at, record: `line ${line.number}` };
    const name = String(line.json.filename ?? 'index.cdx.gz').replace(/^indexes\//, '');
    const content = indexes.get(`indexes/${name}`);
    const [offset, length] = [toNumber(line.json.offset), toNumber(line.json.length)];
    if (content === undefined || offset === undefined || length === undefined || length > MAX_BLOCK_BYTES) {
      report('idx.line', place, 'A line of the second index names no block that can be read.');
      continue;
    }
    const expected = reached.get(name) ?? 0;
    reached.set(name, offset + length);
    if (offset !== expected || offset + length > content.entry.bytes) {
      report(
        'idx.block',
        place,
        `The block should begin at byte ${expected}, the line says ${offset} and ${length} bytes.`,
      );
      continue;
    }
    if (content.entry.method !== STORED) continue;
    checkBlock(await readSpan(handle, content.dataAt + offset, length), line, (rule, message) =>
      report(rule, place, message),
    );
  }
  for (const [name, end] of reached) {
    const bytes = indexes.get(`indexes/${name}`)?.entry.bytes;
    if (bytes !== undefined && bytes > end) {
      report(
        'idx.block',
        { file: `indexes/${name}`, offset: end },
        `No line of ${path} leads to the bytes from here on.`,
      );
    }
  }
}

function checkBlock(
  block: Buffer,
  line: IdxLine,
  say: (rule: 'idx.digest' | 'idx.block' | 'idx.key', message: string) => void,
): void {
  const { digest: declared } = line.json;
  const digest = typeof declared === 'string' ? parseDigest(declared) : undefined;
  if (digest !== undefined && wholeDigest(digest.algorithm, block) !== digest.hex) {
    say('idx.digest', 'The block does not hash to the digest of its line.');
  }
  try {
    const first = gunzipSync(block, { maxOutputLength: MAX_BLOCK_LINES_BYTES }).toString('utf8');
    if (!first.startsWith(`${line.key} `)) say('idx.key', 'The block does not begin with the key of its line.');
  } catch {
    say('idx.block', 'The block cannot be unpacked on its own.');
  }
}
