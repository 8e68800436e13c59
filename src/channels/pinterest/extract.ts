import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundPost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asNumber, asText, asUrl, type JsonObject } from '../reading/json-reader.ts';
import { readFeedPosts } from '../reading/read-feed.ts';
import { jsonOf, textOf } from '../reading/response-text.ts';
import { accountsIn, isEndOfPins, pageState } from './page-state.ts';
import { isPin, pinnerOf, readPin } from './read-pin.ts';
import { accountName } from './seeds.ts';

const resourcePath = /^\/resource\/\w+\/get\/?$/;
const isPinterest = (host: string): boolean => /(^|\.)pinterest\.(?:com?\.)?[a-z]{2,3}$/.test(host);

/** The account's pages, its feeds, and what its pages load. The same account answers at every country's address. */
export const pinterestExtract: ChannelExtract = {
  reads(head, place) {
    if (head.status !== 200 || !URL.canParse(head.url) || !isOfPlatform(head, place)) return false;
    const { pathname } = new URL(head.url);
    if (resourcePath.test(pathname)) return true;
    const isAccounts = pathname.toLowerCase().startsWith(`/${accountName(place)}/`);
    return isAccounts
      ? head.mime === 'text/html' || pathname.endsWith('.rss')
      : head.mime === 'text/html' && /^\/pin\/\d+/.test(pathname);
  },

  async *read(response, place) {
    const { pathname } = new URL(response.url);
    if (resourcePath.test(pathname)) yield* readResource(await jsonOf(response), response, place);
    else if (pathname.endsWith('.rss')) yield* readFeed(response, place);
    else yield* readValue(pageState(await textOf(response)), response, place);
  },
};

function isOfPlatform({ url }: Pick<ArchivedHead, 'url'>, place: ChannelPlace): boolean {
  const { origin, hostname } = new URL(url);
  const here = new URL(place.url);
  return origin === here.origin || origin === place.api || (isPinterest(hostname) && isPinterest(here.hostname));
}

function* readResource(value: unknown, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  if (value === undefined && /User(Activity)?PinsResource|BoardFeedResource/.test(response.url)) {
    yield { kind: 'unreadable', id: null, where: response.url, message: 'A list of pins is no JSON.' };
    return;
  }
  yield* readValue(value, response, place);
  if (isEndOfPins(value, accountName(place))) yield { kind: 'end-of-list', list: 'UserPinsResource' };
}

function* readValue(value: unknown, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  const account = accountName(place);
  for (const person of accountsIn(value, account)) yield* readAccount(person, place);
  for (const pin of objectsWhere(value, isPin)) {
    if (pinnerOf(pin) === account) yield { kind: 'post', post: readPin(pin, place, response.place.at) };
  }
}

/** The count has pins on boards that strangers do not see in it. */
function* readAccount(person: JsonObject, place: ChannelPlace): Generator<Finding> {
  const count = asNumber(person.pin_count);
  if (count !== null) {
    const kinds: readonly FoundPost['kind'][] = ['post', 'video', 'repost'];
    yield { kind: 'claim', claim: { name: 'pin_count', count, kinds, reach: 'more-hidden' } };
  }
  yield {
    kind: 'profile',
    profile: {
      id: asText(person.id),
      handle: asText(person.username),
      name: asText(person.full_name),
      bio: asText(person.about),
      url: place.url,
      avatarUrl: asUrl(person.image_xlarge_url) ?? asUrl(person.image_medium_url),
      followers: asNumber(person.follower_count),
      following: asNumber(person.following_count),
      since: null,
      state: 'open',
    },
  };
}

async function* readFeed(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  yield* readFeedPosts(response, place, 'pinterest', {
    list: 'rss',
    refine: (post) => {
      const id = /\/pin\/(\d+)/.exec(post.url ?? '')?.[1];
      if (id === undefined) return undefined;
      return {
        ...post,
        id,
        kind: 'post',
        url: `${new URL(place.url).origin}/pin/${id}/`,
        media: post.media.map(larger),
        extent: 'part',
      };
    },
  });
}

/** The feed shows pictures 236 wide; the same name one size up is there as well, while the original may end otherwise. */
function larger(medium: FoundPost['media'][number]): FoundPost['media'][number] {
  const match = /^(.*\/)(?:\d+x\d*|originals)(\/.*)$/.exec(medium.url);
  if (match === null) return medium;
  const sized = (size: string) => `${match[1]}${size}${match[2]}`;
  return { ...medium, url: sized('736x'), otherUrls: [sized('originals'), medium.url, ...medium.otherUrls] };
}
