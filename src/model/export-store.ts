import type { ExportChange, ExportReport } from './official-export.ts';
import type { Post } from './post.ts';
import type { GapAcceptance, Reconciliation } from './statement.ts';

/** An import before its posts were read. */
export interface ExportHead {
  readonly id: string;
  readonly channel: string;
  /** UTC ISO 8601: when the platform made it, or, where nothing says, when it was imported. Decides which export is newer. */
  readonly at: string;
}

/** The ledger's pages about official exports. */
export interface ExportStore {
  /**
   * Enters an export with its posts, in one transaction. Exports and crawls stand beside each other: a post that both hold is
   * shown once. A post of an earlier export is replaced by that of a newer one; what the newer one has no more stays, and is
   * counted as gone. Entering the same export again changes nothing. `posts` must not ask this store for anything while it
   * is read.
   * @param finish called when all posts have been read, for the report that is kept
   */
  addExport(head: ExportHead, posts: AsyncIterable<Post>, finish: () => ExportReport): Promise<ExportChange>;
  /** Newest first, by when the platform made them. */
  list(channel?: string): Promise<readonly ExportReport[]>;
  /** An import of exactly these originals, by the digests of its parts in any order. */
  findByParts(channel: string, sha256: readonly string[]): Promise<ExportReport | undefined>;
  /**
   * Lays the channel's own public posts of exports and crawls beside each other: matched by id, else by address, else by
   * text and time, one with one. Marks what was matched, so that lists and searches show it once. Safe to call again.
   */
  reconcile(channel: string): Promise<Reconciliation>;
  /** Enters that a person accepts a gap. */
  accept(acceptance: GapAcceptance): Promise<void>;
  acceptances(channel: string): Promise<readonly GapAcceptance[]>;
}
