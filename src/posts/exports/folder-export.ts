import type { ExportFacts, PostsAgain } from './exported-post.ts';
import type { MediaFolder } from './media-folder.ts';

/** What an export that is a folder is made of. */
export interface FolderExport {
  /** Empty, and not yet in its place. */
  readonly folder: string;
  readonly posts: PostsAgain;
  readonly media: MediaFolder;
  readonly facts: ExportFacts;
  readonly signal: AbortSignal;
  /** Hears how many posts are done. */
  readonly onPost: (count: number) => void;
}
