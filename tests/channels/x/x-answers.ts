import { expect } from 'vitest';
import { xAdapter } from '../../../src/channels/x/adapter.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { archivedText, readWith } from '../../support/archived-text.ts';

export const place: ChannelPlace = { platform: 'x', handle: 'aurora', url: 'https://x.com/aurora' };

export function address(operation: string, variables: object = {}, host = 'x.com/i/api'): string {
  return `https://${host}/graphql/E3opETHurmVJflFsUBVuUQ/${operation}?${new URLSearchParams({ variables: JSON.stringify(variables), features: '{}' })}`;
}

export function user(screenName: string, id = '1'): object {
  return {
    __typename: 'User',
    rest_id: id,
    core: { screen_name: screenName, name: screenName.toUpperCase() },
    legacy: { statuses_count: 9 },
  };
}

export function tweet(id: string, legacy: object = {}, more: object = {}, author: object = user('Aurora')): object {
  const common = {
    id_str: id,
    created_at: 'Wed Apr 17 18:37:10 +0000 2024',
    full_text: 'Hello',
    conversation_id_str: id,
    lang: 'en',
  };
  return {
    __typename: 'Tweet',
    rest_id: id,
    core: { user_results: { result: author } },
    legacy: { ...common, ...legacy },
    ...more,
  };
}

export function timeline(results: readonly unknown[], more: object = {}): string {
  const entries = results.map((result, place) => ({
    entryId: `tweet-${1_780_666_831_310_877_100n + BigInt(place)}`,
    content: {
      itemContent: { itemType: 'TimelineTweet', tweet_results: result === undefined ? {} : { result }, ...more },
    },
  }));
  return JSON.stringify({
    data: {
      user: { result: { timeline_v2: { timeline: { instructions: [{ type: 'TimelineAddEntries', entries }] } } } },
    },
  });
}

export async function findings(
  body: string,
  url = address('UserTweets', { userId: '1' }),
): Promise<readonly Finding[]> {
  return readWith(xAdapter, archivedText(url, body), place);
}

export async function posts(body: string, url?: string): Promise<readonly FoundPost[]> {
  return (await findings(body, url)).flatMap((found) => (found.kind === 'post' ? [found.post] : []));
}

export async function only(result: object): Promise<FoundPost> {
  const found = await posts(timeline([result]));
  expect(found).toHaveLength(1);
  return found[0] as FoundPost;
}
