import { join } from 'node:path';
import { indexResponses } from '../../src/archive/response-index.ts';
import { placeMedia } from '../../src/journeys/collect-channel.ts';
import type { FoundPost, Post } from '../../src/model/post.ts';
import { after, exchangeOf, openWriter, pageOf, SNAPSHOT_TIME } from './make-snapshot.ts';

export interface ServedFile {
  readonly type: string;
  readonly content: Uint8Array | string;
}

export interface PostsSnapshotParts {
  readonly channel: string | null;
  readonly posts: Iterable<FoundPost> | AsyncIterable<FoundPost>;
  /** What the archive holds, by address, in the order of arrival. */
  readonly files?: Readonly<Record<string, ServedFile>>;
  readonly title?: string;
  /** Lines put below the posts as they are. */
  readonly moreLines?: readonly unknown[];
}

const PAGE = 'https://social.example/@aurora';

/**
 * Seals a snapshot with a list of posts, without a browser: each post is proved by the account's page, and each medium that
 * is among the files has its place.
 * @returns the posts as the snapshot has them, oldest first as they were given
 */
export async function makePostsSnapshot(
  file: string,
  { channel, posts, files = {}, title = 'Aurora Kaffee', moreLines = [] }: PostsSnapshotParts,
): Promise<readonly Post[]> {
  const writer = await openWriter(`${file}.work`);
  await writer.addExchange(exchangeOf(PAGE, { content: '<!doctype html><title>Aurora</title>' }));
  for (const [index, [url, { type, content }]] of Object.entries(files).entries()) {
    const responseHeaders = [['Content-Type', type]] as const;
    await writer.addExchange(exchangeOf(url, { content, responseHeaders, fetchedAt: after(100 + index) }));
  }
  await writer.addPage(pageOf(PAGE));
  const index = await indexResponses(await writer.archived());
  const page = index.latest(PAGE);
  if (page === undefined) throw new Error('The page is not in the archive.');
  const archive = { ...page.place, record: page.record ?? '' };
  const kept: Post[] = [];
  async function* lines() {
    for await (const post of posts) {
      const whole = { ...post, media: placeMedia(post.media, index), channel, archive };
      if (kept.length < 1000) kept.push(whole);
      yield whole;
    }
    yield* moreLines;
  }
  await writer.addLines('posts', lines());
  await writer.addReport('completeness', { version: 1 });
  await writer.seal({ file, force: false, title, mainPageUrl: PAGE, mainPageDate: SNAPSHOT_TIME });
  return kept;
}

export function snapshotIn(dir: string): string {
  return join(dir, 'aurora.wacz');
}
