import type { Post } from '../../model/post.ts';
import type { GoneMark } from '../../model/post-timeline.ts';

/** The snapshot that proves a post: its id where the ledger knows it, and the name of its file. */
export interface SnapshotName {
  readonly id: string | null;
  /** File name without folders. */
  readonly file: string;
}

/** A post on its way out, with the snapshot it stands in. */
export interface ExportedPost {
  readonly post: Post;
  /** Null when it came from no snapshot, or from one that nobody can name any more. */
  readonly snapshot: SnapshotName | null;
  /** Present for one that was deleted after publication; what a single snapshot holds is never known to be. */
  readonly gone?: GoneMark;
}

/** All posts from the start, oldest first and those without a date last. Some formats go through them twice. */
export type PostsAgain = () => AsyncIterable<ExportedPost>;

/** What the whole export is called, and when and by whom it was made. */
export interface ExportFacts {
  /** The brand's name, or what else stands for all posts. */
  readonly title: string;
  /** UTC ISO 8601 */
  readonly madeAt: string;
  /** `Lastpost 0.1.0` */
  readonly software: string;
}

/** Something that is not in the export, or not whole: one sentence each, for the person and for the export itself. */
export type OnCut = (sentence: string) => void;
