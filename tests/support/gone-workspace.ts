import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256File } from '../../src/base/digest.ts';
import { enterSnapshot } from '../../src/journeys/enter-snapshot.ts';
import type { CompletenessReport } from '../../src/model/completeness.ts';
import type { FoundPost } from '../../src/model/post.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { COMPARED_SITE, completeReport, type MadeSide, makeSide } from './compared-snapshots.ts';
import { newWorkspaceIn } from './new-workspace.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface BlogSnapshot extends Partial<Pick<MadeSide, 'answers' | 'crawl'>> {
  /** `2026-11-10` */
  readonly day: string;
  readonly posts: readonly FoundPost[];
  readonly completeness?: Readonly<Record<string, unknown>>;
}

/** A workspace with one channel, `blog`, and nothing in it. */
export async function blogWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora');
  const channel = `  - {id: blog, platform: website, url: "${COMPARED_SITE}/", title: "Aurora <b>Blog</b>"}`;
  await writeFile(join(dir, 'lastpost.yaml'), `brand: {name: Aurora, languages: [en]}\nchannels:\n${channel}\n`);
  await mkdir(join(dir, 'vault', 'blog'), { recursive: true });
  return dir;
}

/** Seals a snapshot of the blog in the vault's folder. */
export async function sealBlog(dir: string, { day, posts, completeness, ...side }: BlogSnapshot) {
  const at = `${day}T09:30:00.000Z`;
  const report = { ...completeReport(), ...completeness };
  const file = await makeSide(join(dir, 'vault', 'blog', `${day}.wacz`), {
    ...{ at, posts, completeness: report, pages: [{ path: '/' }] },
    ...side,
  });
  const { sha256, lengthBytes: bytes } = await sha256File(file);
  const snapshot: Snapshot & { readonly channel: string } = {
    ...{ id: `s${day.replaceAll('-', '')}`, channel: 'blog', url: `${COMPARED_SITE}/`, file, sha256, bytes },
    ...{ state: 'complete', pages: 1, gaps: 0, signed: false, startedAt: at, finishedAt: at },
  };
  return { snapshot, report: report as unknown as CompletenessReport };
}

export type SealedBlog = Awaited<ReturnType<typeof sealBlog>>;

/** Enters sealed snapshots in the ledger, in the order given, as taking them does. */
export async function enterBlog(dir: string, ...sealed: readonly SealedBlog[]): Promise<void> {
  const workspace = await openWorkspace(dir);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    for (const { snapshot, report } of sealed) await enterSnapshot({ workspace, ledger }, snapshot, report);
  } finally {
    await ledger.close();
  }
}
