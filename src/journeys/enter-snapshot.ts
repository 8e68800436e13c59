import type { CompletenessReport } from '../model/completeness.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Ledger } from '../storage/ledger.ts';
import { enterPosts } from './enter-posts.ts';

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
  { snapshots, posts }: Ledger,
  snapshot: Snapshot,
  completeness: CompletenessReport,
  file = snapshot.file,
  onListed: () => void = () => undefined,
): Promise<EnteredPosts> {
  const work = async (): Promise<EnteredPosts> => {
    await snapshots.add(snapshot);
    onListed();
    return enterPosts(posts, { ...snapshot, file }, completeness);
  };
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}
