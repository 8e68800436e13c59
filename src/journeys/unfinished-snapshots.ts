import { KnownError } from '../base/known-error.ts';
import type { StoredCrawl } from '../model/crawl-store.ts';
import { openCrawlStore } from '../storage/sqlite-crawl-store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { findWorkFolders, type WorkFolder } from '../workspace/work-folder.ts';

/** A snapshot that was begun and not sealed. */
export interface UnfinishedSnapshot {
  readonly id: string;
  readonly channel: string | null;
  readonly url: string;
  /** `running`: a process is at work. `damaged`: it cannot be gone on with. */
  readonly state: 'unfinished' | 'running' | 'damaged';
  /** Null while a process is at work. */
  readonly pages: number | null;
  /** Known pages that are still to be visited. */
  readonly toGo: number | null;
  /** UTC ISO 8601 */
  readonly startedAt: string;
  readonly folder: string;
}

/** Snapshots of the workspace that were begun and not sealed, oldest first. @param channel only those of one channel */
export async function unfinishedSnapshots(
  workspace: Workspace,
  channel: string | undefined,
): Promise<readonly UnfinishedSnapshot[]> {
  const folders = await findWorkFolders(workspace.paths.internal);
  const wanted = folders.filter(({ record }) => channel === undefined || record.channel === channel);
  return Promise.all(wanted.map(describeFolder));
}

async function describeFolder(folder: WorkFolder): Promise<UnfinishedSnapshot> {
  const { id, channel, url, startedAt } = folder.record;
  const same = { id, channel, url, startedAt, folder: folder.dir };
  try {
    const stored = await readStore(folder);
    const count = (wanted: string) => stored?.addresses.filter(({ state }) => state === wanted).length ?? 0;
    return { ...same, state: 'unfinished', pages: count('page'), toGo: count('waiting') };
  } catch (error) {
    const state = error instanceof KnownError && error.code === 'snapshot.in-use' ? 'running' : 'damaged';
    return { ...same, state, pages: null, toGo: null };
  }
}

async function readStore(folder: WorkFolder): Promise<StoredCrawl | undefined> {
  const store = await openCrawlStore(folder.store);
  try {
    return await store.load();
  } finally {
    await store.close();
  }
}
