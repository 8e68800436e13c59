import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256 } from '../base/digest.ts';
import { AppendFile } from './append-file.ts';

const gzipBytes = promisify(gzip);

/**
 * Lines in one gzip member, and also the most a plain index holds. Wabac follows at most six blocks for one address, so
 * larger blocks find more of an address with many query strings.
 */
export const CDXJ_BLOCK_LINES = 3000;

const OS_BYTE = 9;
const OS_UNIX = 3;

/**
 * Writes sorted lines into `folder`: `index.cdx` while they are few, else `index.cdx.gz` in blocks that can be read one by
 * one, with `index.idx` telling where each begins. Safe to call again: what an earlier attempt left is replaced.
 * @see WACZ 1.1.1, "indexes"; the form of index.idx is that of cdxj-indexer and pywb's ZipNum
 */
export async function writeCdxjIndex(
  folder: string,
  lines: AsyncIterable<string>,
  blockLines = CDXJ_BLOCK_LINES,
): Promise<void> {
  for (const name of ['index.cdx', 'index.cdx.gz', 'index.idx']) await rm(join(folder, name), { force: true });
  const blocks = inBlocks(lines, blockLines);
  const first = await blocks.next();
  const second = await blocks.next();
  const start = first.done === true ? [] : first.value;
  if (second.done === true) return writePlain(join(folder, 'index.cdx'), start);
  await writeBlocks(folder, [start, second.value], blocks);
}

async function writePlain(path: string, lines: readonly string[]): Promise<void> {
  const file = await AppendFile.create(path);
  try {
    await file.append(Buffer.from(lines.join(''), 'latin1'));
  } finally {
    await file.close();
  }
}

async function writeBlocks(
  folder: string,
  firstBlocks: readonly (readonly string[])[],
  otherBlocks: AsyncIterable<readonly string[]>,
): Promise<void> {
  const filename = 'index.cdx.gz';
  const data = await AppendFile.create(join(folder, filename));
  const idx = await AppendFile.create(join(folder, 'index.idx'));
  const add = async (block: readonly string[]): Promise<void> => {
    const member = await gzipBytes(Buffer.from(block.join(''), 'latin1'));
    member[OS_BYTE] = OS_UNIX;
    const place = { offset: data.bytes, length: member.length, digest: sha256(member), filename };
    await data.append(member);
    const key = (block[0] ?? '').split(' {', 1)[0];
    await idx.append(Buffer.from(`${key} ${JSON.stringify(place)}\n`, 'latin1'));
  };
  try {
    await idx.append(Buffer.from(`!meta 0 ${JSON.stringify({ format: 'cdxj-gzip-1.0', filename })}\n`, 'latin1'));
    for (const block of firstBlocks) await add(block);
    for await (const block of otherBlocks) await add(block);
  } finally {
    await data.close();
    await idx.close();
  }
}

async function* inBlocks(lines: AsyncIterable<string>, size: number): AsyncGenerator<readonly string[]> {
  let block: string[] = [];
  for await (const line of lines) {
    block.push(line);
    if (block.length < size) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
