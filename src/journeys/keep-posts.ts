import { indexResponses, type ResponseIndex } from '../archive/response-index.ts';
import type { SnapshotWriter } from '../archive/snapshot-writer.ts';
import type { ChannelPlace } from '../model/channel.ts';
import type { CommentsPolicy } from '../model/comments-policy.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { Post } from '../model/post.ts';
import type { CrawlReport } from '../model/snapshot.ts';
import { applyCommentsPolicy } from '../posts/apply-comments-policy.ts';
import { assessCompleteness } from '../posts/assess-completeness.ts';
import { PostTally } from '../posts/post-tally.ts';
import { placeMedia } from './collect-channel.ts';
import { type ChannelReading, readChannel } from './read-channel.ts';

export interface KeepPostsInput {
  readonly writer: SnapshotWriter;
  readonly place: ChannelPlace;
  /** The channel's id; null without a workspace. */
  readonly channel: string | null;
  readonly report: CrawlReport;
  /** For what does not fit into memory. */
  readonly folder: string;
  readonly comments: CommentsPolicy;
  readonly now: Date;
}

/**
 * Reads the posts out of what was archived, puts them and their media into the snapshot, and says whether all are there.
 * Safe to call again.
 */
export async function keepPosts(input: KeepPostsInput): Promise<CompletenessReport> {
  const { writer, report, channel, now } = input;
  const index = await indexResponses(await writer.archived());
  const reading = await readChannel(input.place, index, input.folder);
  try {
    const whyMissing = reasons(report, index);
    const tally = new PostTally(whyMissing);
    await writer.addLines('posts', counted(posts(input, reading, index), tally));
    await writer.addLines('media', mediaLines(posts(input, reading, index)));
    const completeness = assessCompleteness({
      platform: reading.place.platform,
      url: reading.place.url,
      channel,
      book: reading.book,
      tally,
      gaps: report.gaps,
      notes: report.notes ?? [],
      whyMissing,
      now,
    });
    await writer.addReport('completeness', completeness);
    return completeness;
  } finally {
    await reading.book.close();
  }
}

async function* posts(
  { channel, comments }: KeepPostsInput,
  { book }: ChannelReading,
  index: ResponseIndex,
): AsyncGenerator<Post> {
  async function* placed(): AsyncGenerator<Post> {
    for await (const { post, archive } of book.posts()) {
      yield { ...post, media: placeMedia(post.media, index), channel, archive };
    }
  }
  yield* applyCommentsPolicy(placed(), comments);
}

async function* counted(all: AsyncIterable<Post>, tally: PostTally): AsyncGenerator<Post> {
  for await (const post of all) {
    tally.add(post);
    yield post;
  }
}

async function* mediaLines(all: AsyncIterable<Post>): AsyncGenerator<object> {
  for await (const { id, url, media } of all) for (const medium of media) yield { post: id, postUrl: url, ...medium };
}

/** What is known about an address that is not there: the gap at it, the answer it gave, or nothing. */
function reasons(report: CrawlReport, index: ResponseIndex): (url: string) => string {
  const gaps = new Map(report.gaps.map(({ url, message }) => [url, message]));
  return (url) => {
    const gap = gaps.get(url);
    if (gap !== undefined) return gap;
    const answer = index.latest(url);
    if (answer === undefined) return `${url} was never answered.`;
    return `${url} answered ${answer.status}${answer.status < 300 ? ', and it was not found there' : ''}.`;
  };
}
