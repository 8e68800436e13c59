/**
 * Reading a large official export in place: a ZIP of media (random bytes, stored) and about 6 % JSON (deflated) is made, opened,
 * and every file in it read to its end, so that every CRC-32 is checked. Goal: under 400 MB of memory, whatever the size.
 *
 *   npx tsx bench/export-zip.ts [MEGABYTES]
 *
 * 5000 MB without an argument. Memory is that of a process of its own, which only opens and reads.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ZipArchive } from 'archiver';
import { openExportTree } from '../src/archive/export-tree.ts';

const JSON_SHARE = 0.06;
const RECORD_BYTES = 600;

const WORDS = Array.from({ length: 4000 }, () => randomBytes(randomInt(2, 6)).toString('hex'));

function record(id: number): string {
  const text = Array.from({ length: 50 }, () => WORDS[Math.floor(Math.random() ** 2 * WORDS.length)]).join(' ');
  return JSON.stringify({ id: String(id), created_at: '2026-01-31T18:00:00Z', full_text: text, entities: {} });
}

async function* jsonOf(bytes: number): AsyncGenerator<string> {
  yield '[';
  for (let given = 0, id = 0; given < bytes; id += 100) {
    const piece = Array.from({ length: 100 }, (_, index) => `${id + index === 0 ? '' : ','}${record(id + index)}\n`);
    given += 100 * RECORD_BYTES;
    yield piece.join('');
  }
  yield ']';
}

/** One random megabyte, turned a little for each: making gigabytes of them would take longer than what is measured. */
async function* mediaOf(bytes: number, seed: Buffer): AsyncGenerator<Buffer> {
  for (let given = 0; given < bytes; given += seed.length) {
    const at = randomInt(seed.length);
    yield Buffer.concat([seed.subarray(at), seed.subarray(0, at)]).subarray(0, bytes - given);
  }
}

async function makeExport(file: string, megabytes: number): Promise<void> {
  const zip = new ZipArchive({ zlib: { level: 6 } });
  const target = createWriteStream(file);
  zip.pipe(target);
  const add = async (name: string, source: AsyncIterable<string | Buffer>, store: boolean): Promise<void> => {
    const entered = new Promise((resolve) => zip.once('entry', resolve));
    zip.append(Readable.from(source, { objectMode: false }), { name, store });
    await entered;
  };
  await add('data/tweets.js', jsonOf(megabytes * 1e6 * JSON_SHARE), false);
  const seed = randomBytes(1 << 20);
  let left = megabytes * 1e6 * (1 - JSON_SHARE);
  for (let count = 0; left > 0; count += 1) {
    // Pictures, and now and then a film.
    const bytes = Math.min(left, count % 100 === 99 ? randomInt(20e6, 200e6) : randomInt(50e3, 4e6));
    await add(`data/tweets_media/${count}.${count % 100 === 99 ? 'mp4' : 'jpg'}`, mediaOf(bytes, seed), true);
    left -= bytes;
  }
  await zip.finalize();
  await finished(target);
}

async function readExport(file: string): Promise<void> {
  const began = performance.now();
  const tree = await openExportTree([file]);
  const opened = performance.now();
  let bytes = 0;
  for (const entry of tree.files) for await (const chunk of entry.open()) bytes += chunk.length;
  const read = performance.now();
  await tree.close();
  const seconds = (read - opened) / 1000;
  console.log(
    [
      `${tree.files.length} files, ${(bytes / 1e6).toFixed(0)} MB unpacked`,
      `opened in ${((opened - began) / 1000).toFixed(2)} s`,
      `read in ${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s`,
      `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (goal 400)`,
    ].join('\n'),
  );
}

async function bench(megabytes: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
  try {
    const file = join(dir, 'export.zip');
    await makeExport(file, megabytes);
    console.log(`${((await stat(file)).size / 1e6).toFixed(0)} MB of ZIP`);
    const args = [...process.execArgv, fileURLToPath(import.meta.url), '--read', file];
    spawnSync(process.execPath, args, { stdio: 'inherit' });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const [first = '5000', second] = process.argv.slice(2);
await (first === '--read' && second !== undefined ? readExport(second) : bench(Number(first)));
