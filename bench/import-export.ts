import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONParser } from '@streamparser/json';
import { openExportTree } from '../src/archive/export-tree.ts';
import { adapterOf } from '../src/channels/registry.ts';
import type { PlatformId } from '../src/model/platform.ts';
import { writeInstagramExport } from './make-instagram-export.ts';
import { runTimed } from './support/run-timed.ts';
import { writeXExport } from './support/write-x-export.ts';

/**
 * Official exports of any size: how long they take to read and to import, and how much memory, against plain streaming JSON
 * parsing of the same bytes by a library. Each runs in a process of its own, in turn.
 *
 *     npx tsx bench/import-export.ts [X posts, 1000000] [Instagram posts, 200000]
 *     npx tsx bench/import-export.ts parse|read x|instagram FOLDER      one of them, in this process
 */
const [first = '1000000', second = '200000', third] = process.argv.slice(2);

if (first === 'parse') await parse(third ?? '');
else if (first === 'read') await read(second as PlatformId, third ?? '');
else await compare(Number(first), Number(second));

/** All JSON of a folder through a streaming parser that gives each item of the lists at its root. */
async function parse(folder: string): Promise<void> {
  let items = 0;
  for (const file of await jsonFiles(folder)) {
    const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
    parser.onValue = () => {
      items += 1;
    };
    let isPrefix = true;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const bytes = chunk as Buffer;
      // A script of X: the value begins after the first `=`.
      const from = isPrefix && bytes[0] !== 0x5b && bytes[0] !== 0x7b ? bytes.indexOf(0x3d) + 1 : 0;
      isPrefix = false;
      parser.write(bytes.subarray(from));
    }
  }
  process.stdout.write(`${items}\n`);
}

async function read(platform: PlatformId, folder: string): Promise<void> {
  const importer = adapterOf(platform).import;
  const tree = await openExportTree([folder]);
  const detection = await importer?.detect(tree);
  if (importer === undefined || detection?.kind !== 'export') throw new Error(`${folder} is no export of ${platform}`);
  const place = { platform, handle: 'aurora', url: 'https://x.com/aurora' };
  let posts = 0;
  for await (const { kind } of importer.read(detection.export, tree, place, { include: new Set() })) {
    if (kind === 'post') posts += 1;
  }
  await tree.close();
  process.stdout.write(`${posts}\n`);
}

async function compare(xPosts: number, instagramPosts: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
  try {
    const x = join(dir, 'x-export');
    await writeXExport(x, xPosts);
    await measure('x', x, dir);
    await rm(x, { recursive: true });
    const instagram = join(dir, 'instagram-export');
    await writeInstagramExport(instagram, instagramPosts);
    await measure('instagram', instagram, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function measure(platform: 'x' | 'instagram', folder: string, dir: string): Promise<void> {
  const bytes = await sizeOf(await jsonFiles(folder));
  process.stdout.write(`\n${platform}: ${(bytes / 1e6).toFixed(0)} MB of JSON\n`);
  const here = new URL(import.meta.url).pathname;
  const parsed = await runTimed('npx', ['tsx', here, 'parse', platform, folder]);
  show('plain streaming JSON parsing', parsed, parsed);
  show('detected and read as posts', await runTimed('npx', ['tsx', here, 'read', platform, folder]), parsed);
  const lastpost = join(here, '../../bin/lastpost.js');
  const workspace = join(dir, `workspace-${platform}`);
  await runTimed('node', [lastpost, 'init', workspace, '--brand', 'Aurora']);
  const address = platform === 'x' ? 'https://x.com/aurora' : 'https://www.instagram.com/aurora/';
  await runTimed('node', [lastpost, 'channel', 'add', address, '--workspace', workspace]);
  const imported = ['channel', 'import', platform, folder, '--workspace', workspace, '--json', '--any-account'];
  show('imported: checked, kept, entered, matched', await runTimed('node', [lastpost, ...imported]), parsed);
  await rm(workspace, { recursive: true });
}

type Timed = Awaited<ReturnType<typeof runTimed>>;

function show(what: string, { seconds, maxRssMb, out }: Timed, base: Timed): void {
  const count = /"posts": ?(\d+)/.exec(out)?.[1] ?? out.trim();
  const ratio = (seconds / base.seconds).toFixed(2);
  process.stdout.write(`${what.padEnd(44)} ${seconds.toFixed(1)} s  ${ratio}×  ${maxRssMb.toFixed(0)} MB  ${count}\n`);
}

async function jsonFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  // What is parsed is what holds posts: small lists and settings make no difference.
  return names.filter((name) => /(tweets[^/]*\.js|posts_\d+\.json)$/.test(name)).map((name) => join(folder, name));
}

async function sizeOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return bytes;
}
