/**
 * How long `snapshot verify` takes beside the least anybody could do: `sha256sum FILE`, and `gzip -t` on its WARCs, which
 * were taken out before. Five pairs of runs on one snapshot of about 500 MB, median of their ratios; the goal is 1.5.
 *
 *   npx tsc -p . --noEmit false --outDir node_modules/.cache/bench
 *   node node_modules/.cache/bench/bench/verify.js [MEGABYTES]
 *
 * Compiled beforehand, so that no compiler's start is counted.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { SnapshotWriter } from '../src/archive/snapshot-writer.ts';
import { verifyWacz } from '../src/archive/verify-wacz.ts';
import { readZip } from '../src/archive/zip-read-archive.ts';
import { readContent } from '../src/archive/zip-read-content.ts';
import { systemClock } from '../src/base/clock.ts';
import { sha256 } from '../src/base/digest.ts';
import { randomIds } from '../src/base/ids.ts';
import type { Exchange } from '../src/model/http.ts';

const PAIRS = 5;
const GOAL = 1.5;

function exchange(url: string, mime: string, bytes: Buffer, at: Date): Exchange {
  return {
    url,
    method: 'GET',
    requestHeaders: [['Accept', '*/*']],
    status: 200,
    statusText: 'OK',
    responseHeaders: [['Content-Type', mime]],
    body: {
      lengthBytes: bytes.length,
      sha256: sha256(bytes),
      async *stream() {
        yield bytes;
      },
      async dispose() {},
    },
    bodyIsRaw: false,
    fetchedAt: at,
  };
}

const WORDS = Array.from({ length: 4000 }, () => randomBytes(2 + Math.floor(Math.random() * 4)).toString('hex'));

/** Markup with words from a vocabulary: it packs about five to one, like pages do. */
function page(lengthBytes: number): Buffer {
  const parts: string[] = ['<!doctype html><title>A page</title>'];
  for (let length = 0; length < lengthBytes; ) {
    const text = Array.from({ length: 12 }, () => WORDS[Math.floor(Math.random() ** 2 * WORDS.length)]).join(' ');
    const line = `<p class="paragraph">${text}</p>\n`;
    parts.push(line);
    length += line.length;
  }
  return Buffer.from(parts.join(''));
}

async function makeSnapshot(dir: string, megabytes: number): Promise<string> {
  const writer = await SnapshotWriter.open({
    workDir: join(dir, 'work'),
    software: 'Lastpost 0.1.0',
    warcinfo: {},
    clock: systemClock,
    ids: randomIds,
  });
  const began = Date.parse('2026-11-23T09:30:00Z');
  const at = (count: number) => new Date(began + count * 250);
  for (let count = 0; writer.bytes < megabytes * 1e6; count += 1) {
    // One film or picture of several megabytes to every fifty pages: half of the bytes, as on a brand's own site.
    const isLarge = count % 50 === 49;
    const bytes = isLarge
      ? randomBytes(300_000 + Math.floor(Math.random() * 4e6))
      : page(5000 + Math.random() * 95_000);
    const url = `https://example.org/${isLarge ? 'media' : 'posts'}/${count}`;
    await writer.addExchange(exchange(url, isLarge ? 'video/mp4' : 'text/html', bytes, at(count)));
  }
  const file = join(dir, 'bench.wacz');
  const mainPage = { mainPageUrl: 'https://example.org/posts/0', mainPageDate: at(0) };
  await writer.seal({ file, force: true, title: 'Bench', ...mainPage });
  return file;
}

/** `unzip -p`, done before the clock runs. */
async function takeOutWarcs(file: string, dir: string): Promise<string[]> {
  const handle = await open(file, 'r');
  const ignore = () => undefined;
  const zip = await readZip(handle, (await handle.stat()).size, ignore);
  const warcs: string[] = [];
  for (const content of zip?.contents ?? []) {
    if (!content.entry.name.endsWith('.warc.gz')) continue;
    const warc = join(dir, content.entry.name.replace('/', '-'));
    await pipeline(readContent(handle, content, ignore), createWriteStream(warc));
    warcs.push(warc);
  }
  await handle.close();
  return warcs;
}

function seconds(command: string, args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stdout} ${stderr}`);
  if (stdout.startsWith('rss ')) peakMegabytes = Math.max(peakMegabytes, Number(stdout.slice(4)));
  return (performance.now() - began) / 1000;
}

let peakMegabytes = 0;

async function compare(megabytes: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
  try {
    const file = await makeSnapshot(dir, megabytes);
    const warcs = await takeOutWarcs(file, dir);
    console.log(`${((await stat(file)).size / 1e6).toFixed(0)} MB, ${warcs.length} WARC file(s)`);
    const least = () => seconds('sha256sum', [file]) + seconds('gzip', ['-t', ...warcs]);
    const verify = () =>
      seconds(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--verify', file]);
    least();
    verify();
    const ratios: number[] = [];
    console.log('run   sha256sum + gzip -t   verify   ratio');
    for (let run = 1; run <= PAIRS; run += 1) {
      // Turn about, so that a machine that grows slower or faster favours neither.
      const isFirst = run % 2 === 1;
      const before = isFirst ? least() : undefined;
      const ours = verify();
      const theirs = before ?? least();
      ratios.push(ours / theirs);
      console.log(
        `${run}     ${theirs.toFixed(2).padStart(12)} s      ${ours.toFixed(2)} s   ${(ours / theirs).toFixed(2)}`,
      );
    }
    const median = ratios.sort((a, b) => a - b)[Math.floor(PAIRS / 2)] ?? Number.NaN;
    console.log(`median ratio ${median.toFixed(2)} (goal ${GOAL}), peak memory of verify ${peakMegabytes} MB`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function verifyOnce(file: string): Promise<void> {
  const { ok, problems } = await verifyWacz(file);
  if (!ok) throw new Error(JSON.stringify(problems.slice(0, 3)));
  console.log(`rss ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
}

const [first = '500', second] = process.argv.slice(2);
await (first === '--verify' && second !== undefined ? verifyOnce(second) : compare(Number(first)));
