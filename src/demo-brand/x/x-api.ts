import { jsonReply, type Reply, type SiteRequest } from '../http/reply.ts';
import type { XPost } from './load-x-posts.ts';
import { shownOnX, X_BRAND, X_PAGE_SIZE, type XFrame } from './x-frame.ts';
import { xAccount, xResult } from './x-graphql.ts';

/** The part of its addresses that X changes with each release of its page. */
export const X_QUERIES = '/i/api/graphql/E3opETHurmVJflFsUBVuUQ';

/**
 * What the page asks: the account, its newest posts, and one post with what stands round it. Whoever asks on after the last
 * post that a visitor is shown is refused, as X refuses who is not logged in.
 */
export function xApi(frame: XFrame, posts: readonly XPost[]): (request: SiteRequest) => Reply | undefined {
  const shown = shownOnX(posts);
  return ({ path, query }) => {
    if (!path.startsWith(`${X_QUERIES}/`)) return undefined;
    const variables = variablesOf(query.get('variables'));
    const name = path.slice(X_QUERIES.length + 1);
    if (name === 'UserByScreenName') {
      const isOurs = String(variables.screen_name).toLowerCase() === X_BRAND.handle;
      return jsonReply(isOurs ? { data: { user: xAccount(frame, posts) } } : { data: {} });
    }
    if (name === 'UserTweets') return timeline(shown, posts, frame, Number(variables.cursor ?? 0));
    if (name === 'TweetDetail') return detail(String(variables.focalTweetId), posts, frame);
    return refusal;
  };
}

const refusal = jsonReply({ errors: [{ code: 32, message: 'Could not authenticate you' }] }, { status: 401 });

function variablesOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text ?? '{}') as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function entryOf(post: XPost, posts: readonly XPost[], frame: XFrame): object {
  const id = post.versions.at(-1) ?? post.id;
  const tweet_results = { result: xResult(post, posts, frame) };
  const itemContent = { itemType: 'TimelineTweet', tweet_results, tweetDisplayType: 'Tweet' };
  return { entryId: `tweet-${id}`, sortIndex: id, content: { entryType: 'TimelineTimelineItem', itemContent } };
}

function timeline(shown: readonly XPost[], posts: readonly XPost[], frame: XFrame, from: number): Reply {
  if (!(from < shown.length)) return refusal;
  const pinned = shown.find(({ isPinned }) => isPinned);
  const page = shown.slice(from, from + X_PAGE_SIZE).filter((post) => post !== pinned);
  const value = String(from + X_PAGE_SIZE);
  const cursor = {
    entryId: `cursor-bottom-${value}`,
    content: { entryType: 'TimelineTimelineCursor', value, cursorType: 'Bottom' },
  };
  const pin =
    pinned === undefined || from > 0 ? [] : [{ type: 'TimelinePinEntry', entry: entryOf(pinned, posts, frame) }];
  const entries = [...page.map((post) => entryOf(post, posts, frame)), cursor];
  const instructions = [{ type: 'TimelineClearCache' }, ...pin, { type: 'TimelineAddEntries', entries }];
  return jsonReply({ data: { user: { result: { __typename: 'User', timeline: { timeline: { instructions } } } } } });
}

function detail(id: string, posts: readonly XPost[], frame: XFrame): Reply {
  const post = posts.find(({ versions }) => versions.includes(id));
  const isThere = post !== undefined && !post.isGone && post.deletedAt === undefined;
  const entries = isThere ? [entryOf(post, posts, frame)] : [tombstone(id)];
  return jsonReply({
    data: { threaded_conversation_with_injections_v2: { instructions: [{ type: 'TimelineAddEntries', entries }] } },
  });
}

function tombstone(id: string): object {
  const text = { rtl: false, text: 'This Post was deleted by the Post author. Learn more' };
  const result = { __typename: 'TweetTombstone', tombstone: { text } };
  return {
    entryId: `tweet-${id}`,
    content: {
      entryType: 'TimelineTimelineItem',
      itemContent: { itemType: 'TimelineTweet', tweet_results: { result } },
    },
  };
}
