import { basename } from 'node:path';
import { hasWaczFile, readNumberedLines } from '../archive/wacz-numbered-lines.ts';
import { readWaczSummary } from '../archive/wacz-read.ts';
import { KnownError } from '../base/known-error.ts';
import type { PostFilter } from '../model/post-store.ts';
import type { ExportedPost, PostsAgain, SnapshotName } from '../posts/exports/exported-post.ts';
import { fitsFilter } from '../posts/fits-filter.ts';
import { readPost } from '../posts/read-post.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { findSnapshot } from './find-snapshot.ts';

/** The posts that are to be exported, and where the files are that prove them. */
export interface ExportedPosts {
  /** What stands for all of them: the brand's name, a snapshot's title. */
  readonly title: string;
  readonly posts: PostsAgain;
  /** Absolute path of a snapshot; undefined when nobody knows it. */
  fileOf(snapshot: SnapshotName | null): Promise<string | undefined>;
  /** Absolute paths of the originals of an official export; [] when nobody knows it. */
  partsOf(exportId: string): readonly string[];
  /** What could not be read on the way, one sentence each; whole only after the posts have gone by. */
  readonly unreadable: () => readonly string[];
  close(): Promise<void>;
}

const POSTS = 'posts/posts.jsonl';

/**
 * The posts of one snapshot, as its own list has them. Needs no workspace.
 * @throws KnownError `export.no-posts`, and those of `findSnapshot` and of reading a WACZ
 */
export async function postsOfSnapshot(
  fileOrId: string,
  filter: PostFilter,
  place: WorkspacePlace,
): Promise<ExportedPosts> {
  const { file, snapshot } = await findSnapshot(fileOrId, place);
  const { title } = await readWaczSummary(file, { maxPages: 0 });
  const isThere = await hasWaczFile(file, POSTS);
  // A channel in which nothing was found has no list, but it has a report that says so.
  if (!isThere && !(await hasWaczFile(file, 'reports/completeness.json'))) throw noPosts(file);
  const name: SnapshotName = { id: snapshot?.id ?? null, file: basename(file) };
  const unreadable = new Map<number, string>();
  async function* posts(): AsyncGenerator<ExportedPost> {
    for await (const { number, text } of readNumberedLines(file, POSTS)) {
      const post = text === undefined ? undefined : readPost(text);
      if (post === undefined) unreadable.set(number, `Line ${number} of ${POSTS} in ${file} is no post.`);
      else if (fitsFilter(post, filter)) yield { post, snapshot: name };
    }
  }
  return {
    title: title ?? basename(file),
    posts,
    fileOf: async () => file,
    partsOf: () => [],
    unreadable: () => [...unreadable.values()],
    close: async () => undefined,
  };
}

function noPosts(file: string): KnownError {
  return new KnownError('export.no-posts', `${file} has no list of posts.`, {
    hint: 'A snapshot keeps its posts when it is taken of a channel by this version of Lastpost or a newer one.',
    exitCode: 2,
  });
}
