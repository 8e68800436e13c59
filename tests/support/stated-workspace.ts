import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256File } from '../../src/base/digest.ts';
import type { CompletenessReport } from '../../src/model/completeness.ts';
import type { ExportReport } from '../../src/model/official-export.ts';
import type { Post } from '../../src/model/post.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { postOf, streamOf } from '../contracts/post-store.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { crawled, exported } from '../posts/statement/make-statement.ts';
import { newWorkspaceIn } from './new-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A statement notes when export and crawl are old. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

type Parts = Parameters<typeof postOf>[1];

function onX(id: string, parts: Parts): Post {
  const url = `https://x.com/aurora/status/${id}`;
  return { ...postOf(id, { platform: 'x', url, ...parts }), channel: 'x' };
}

/** The posts of these numbers, a year apart after every third. */
export function postsOnX(from: number, to: number, parts: Parts = {}): readonly Post[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const published = `${2019 + Math.floor((from + at) / 3)}-03-01T12:00:00.000Z`;
    return onX(String(from + at), { published, text: `Post ${from + at}`, ...parts });
  });
}

export interface Stated {
  readonly crawl?: { readonly posts: readonly Post[]; readonly report: Partial<CompletenessReport> };
  /** A WACZ to be the crawl's; otherwise a file that is none. */
  readonly wacz?: string;
  readonly export?: { readonly posts: readonly Post[]; readonly report?: Partial<ExportReport> };
}

/** A workspace with one channel on X, as a crawl and an import leave it. */
export async function statedWorkspace({ crawl, wacz, export: imported }: Stated): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora & <Söhne>');
  const config = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  const channel = '  - {id: x, platform: x, url: "https://x.com/aurora", title: "Aurora <b>auf</b> X"}';
  await writeFile(join(dir, 'lastpost.yaml'), config.replace('channels:\n', `channels:\n${channel}\n`));
  await mkdir(join(dir, 'vault', 'x'), { recursive: true });
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  const [crawledAt, exportedAt] = [daysAgo(2), daysAgo(1)];
  if (crawl !== undefined) {
    const kept = await keep(dir, 'one.wacz', wacz);
    const head = { id: 's1', channel: 'x', startedAt: crawledAt };
    await ledger.snapshots.add(snapshotOf({ ...head, ...kept, file: join(dir, kept.file) }));
    await ledger.posts.addSnapshot(head, streamOf(crawl.posts), crawled(crawl.report));
  }
  if (imported !== undefined) {
    const kept = await keep(dir, 'twitter-aurora.zip');
    const posts = imported.posts.map((post) => ({ ...post, source: 'export' as const }));
    const report = exported({
      madeAt: exportedAt,
      posts: posts.length,
      byKind: { post: posts.length },
      parts: [{ name: 'twitter-aurora.zip', ...kept }],
      ...imported.report,
    });
    await ledger.exports.addExport({ id: report.id, channel: 'x', at: exportedAt }, streamOf(posts), () => report);
  }
  await ledger.close();
  return dir;
}

async function keep(dir: string, name: string, from?: string) {
  const file = `vault/x/${name}`;
  if (from === undefined) await writeFile(join(dir, file), name);
  else await copyFile(from, join(dir, file));
  const { sha256, lengthBytes: bytes } = await sha256File(join(dir, file));
  return { file, bytes, sha256 };
}
