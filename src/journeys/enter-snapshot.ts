import type { CompletenessReport } from '../model/completeness.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { enterPosts } from './enter-posts.ts';
import { judgeLater, readSightings, type SightingOffice, unreadSnapshots } from './read-sightings.ts';

/** What a snapshot brought into the ledger; all 0 for one that was in it already. */
export interface EnteredPosts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The last one in this process that enters something. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Notes a snapshot and its posts in the ledger, one after another in a process: whoever waits for SQLite holds the process up,
 * and so would wait for a transaction of this very process for ever. Safe to call again.
 * @param file where its WACZ is at hand
 * @param onListed called when the snapshot is noted and its posts are not
 */
export function enterSnapshot(
  office: SightingOffice,
  snapshot: Snapshot,
  completeness: CompletenessReport,
  file = snapshot.file,
  onListed: () => void = () => undefined,
): Promise<EnteredPosts> {
  const { snapshots, posts } = office.ledger;
  const work = async (): Promise<EnteredPosts> => {
    await readLastBefore(office, snapshot);
    await snapshots.add(snapshot);
    onListed();
    const entered = await enterPosts(posts, { ...snapshot, file }, completeness);
    await judgeLater(office, snapshot);
    return entered;
  };
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}

/** A ledger from before it kept what snapshots tell of posts learns from the last one what may have gone since. */
async function readLastBefore(office: SightingOffice, { id, channel }: Snapshot): Promise<void> {
  if (channel === null || (await office.ledger.posts.sighted(channel)).length > 0) return;
  const last = (await unreadSnapshots(office, channel)).filter((snapshot) => snapshot.id !== id).slice(-1);
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  await readSightings(office, last, context);
}
