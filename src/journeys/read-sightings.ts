import { readWaczSummary } from '../archive/wacz-read.ts';
import { KnownError } from '../base/known-error.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { enterPosts } from './enter-posts.ts';
import { sightOfSnapshot } from './sight-of-snapshot.ts';
import { localWacz } from './vault/local-wacz.ts';

export interface SightingOffice {
  readonly workspace: Workspace;
  readonly ledger: Ledger;
}

type OfChannel = Snapshot & { readonly channel: string };

/**
 * Snapshots of a channel that the ledger has and that were never read for what they tell of posts: those from before it kept
 * that. Oldest first. Those in a bucket are left out: to fetch them all may cost more than what they tell is worth.
 */
export async function unreadSnapshots({ ledger }: SightingOffice, channel: string): Promise<readonly OfChannel[]> {
  const read = new Set((await ledger.posts.sighted(channel)).map(({ id }) => id));
  const all = await ledger.snapshots.list({ channel });
  return all
    .filter((snapshot): snapshot is OfChannel => isOf(channel, snapshot) && !read.has(snapshot.id))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

function isOf(channel: string, snapshot: Snapshot): boolean {
  return snapshot.channel === channel && !snapshot.file.startsWith('s3://');
}

/**
 * Reads such snapshots, and lets later ones tell of what came with them. One whose file is not at hand is passed over: then
 * less is known, and nothing wrong. Safe to call again.
 * @returns how many were read
 * @throws the signal's reason
 */
export async function readSightings(
  office: SightingOffice,
  snapshots: readonly OfChannel[],
  { signal, onProgress }: Pick<JourneyContext, 'signal' | 'onProgress'>,
): Promise<number> {
  const open = new Set<string>();
  let read = 0;
  for (const [at, snapshot] of snapshots.entries()) {
    signal.throwIfAborted();
    onProgress({ phase: 'history', stepsDone: at, stepsKnown: snapshots.length, current: snapshot.id });
    const enter = async (file: string, completeness: CompletenessReport) => {
      await enterPosts(office.ledger.posts, { ...snapshot, file }, completeness);
    };
    const isRead = await withFile(office, snapshot, enter, signal);
    if (!isRead) continue;
    read += 1;
    for (const id of await office.ledger.posts.unjudged(snapshot)) open.add(id);
  }
  await judgeAnew(office, open, signal);
  return read;
}

/** Lets snapshots that were taken after this one, and entered before it, tell what became of its posts. Safe to call again. */
export async function judgeLater(office: SightingOffice, snapshot: Snapshot): Promise<void> {
  const { id, channel } = snapshot;
  if (channel !== null) await judgeAnew(office, new Set(await office.ledger.posts.unjudged({ id, channel })));
}

async function judgeAnew(office: SightingOffice, ids: ReadonlySet<string>, signal?: AbortSignal): Promise<void> {
  for (const id of ids) {
    signal?.throwIfAborted();
    const snapshot = await office.ledger.snapshots.find(id);
    if (snapshot === undefined || snapshot.channel === null) continue;
    const named = { id, channel: snapshot.channel };
    const judge = async (file: string, completeness: CompletenessReport) => {
      await office.ledger.posts.judge(named, await sightOfSnapshot({ ...snapshot, file }, completeness));
    };
    await withFile(office, snapshot, judge, signal);
  }
}

/** @returns false when its file is not at hand, is damaged, or has no report about posts */
async function withFile(
  { workspace }: SightingOffice,
  snapshot: Snapshot,
  work: (file: string, completeness: CompletenessReport) => Promise<void>,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    const file = await localWacz(workspace, snapshot);
    const { completeness } = await readWaczSummary(file, { maxPages: 0 });
    if (completeness === null) return false;
    await work(file, completeness);
    return true;
  } catch (error) {
    // Whatever is wrong with an old file must not keep a new snapshot out; what is wrong with the ledger must.
    if (signal?.aborted || (error instanceof KnownError && error.code.startsWith('ledger.'))) throw error;
    return false;
  }
}
