import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import { makeMedia, makePost } from '../../model/post.ts';
import { pathSegments } from '../address.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { accountPath, channelIdIn, watchPages } from './account.ts';
import { largest, shownText } from './innertube.ts';

export interface WatchPlace {
  readonly place: ChannelPlace;
  /** The address that was asked for. */
  readonly url: string;
  /** When it was read, UTC ISO 8601. */
  readonly at: string;
}

/**
 * A film's own page, by what its player was given.
 * @see https://github.com/yt-dlp/yt-dlp (extractor/youtube/_video.py)
 */
export function* readWatch(player: unknown, where: WatchPlace): Generator<Finding> {
  const { place, url } = where;
  const details = asObject(at(player, 'videoDetails'));
  const frame = asObject(at(player, 'microformat', 'playerMicroformatRenderer'));
  const status = asText(at(player, 'playabilityStatus', 'status'));
  const asked = new URL(url).searchParams.get('v');
  const isListed = watchPages(place).test(url);
  const id = asText(details?.videoId) ?? asked;
  if (id === null || !(isListed || isOwner(place, details, frame))) return;
  const address = `${new URL(place.url).origin}/watch?v=${id}`;
  const reason =
    shownText(at(player, 'playabilityStatus', 'reason')) || (asText(at(player, 'playabilityStatus', 'reason')) ?? '');
  if (details === undefined || asText(details.title) === null) {
    if (status === 'ERROR')
      yield { kind: 'gone', id, url: address, message: reason || 'The film is not there any more.' };
    else if (status !== null)
      yield { kind: 'unreadable', id, where: url, message: `YouTube does not show it: ${reason || status}.` };
    return;
  }
  yield { kind: 'post', post: filmOf(details, frame, id, where) };
}

/** The channel by its number, or by the address of its owner. */
function isOwner(place: ChannelPlace, details: JsonObject | undefined, frame: JsonObject | undefined): boolean {
  const id = channelIdIn(place);
  if (id !== undefined) return details?.channelId === id || frame?.externalChannelId === id;
  const owner = asUrl(frame?.ownerProfileUrl);
  const path = (address: string) => pathSegments(new URL(address).pathname).join('/').toLowerCase();
  return owner !== null && path(owner) === path(new URL(accountPath(place), place.url).href);
}

function filmOf(details: JsonObject, frame: JsonObject | undefined, id: string, { place, at: countedAt }: WatchPlace) {
  const { origin } = new URL(place.url);
  const still = largest(details.thumbnail, origin) ?? largest(frame?.thumbnail, origin);
  const text = asText(details.shortDescription) ?? shownText(frame?.description);
  const views = asNumber(details.viewCount) ?? asNumber(frame?.viewCount);
  const likes = asNumber(frame?.likeCount);
  const author = asText(details.author) ?? asText(frame?.ownerChannelName);
  const category = asText(frame?.category);
  return makePost({
    platform: 'youtube',
    id,
    source: 'crawl',
    kind: 'video',
    url: `${origin}/watch?v=${id}`,
    author: {
      id: asText(details.channelId) ?? asText(frame?.externalChannelId),
      handle: /\/@([^/?]+)/.exec(asText(frame?.ownerProfileUrl) ?? '')?.[1] ?? null,
      name: author,
      url: asUrl(frame?.ownerProfileUrl),
    },
    published: asTime(frame?.publishDate) ?? asTime(frame?.uploadDate),
    title: asText(details.title),
    text,
    media: still === undefined ? [] : [makeMedia({ ...still, kind: 'image' })],
    links: linksInText(text),
    tags: [...asList(details.keywords).flatMap((word) => asText(word) ?? []), ...(category === null ? [] : [category])],
    counts: { ...(views === null ? {} : { views }), ...(likes === null ? {} : { likes }) },
    countedAt: views === null && likes === null ? null : countedAt,
    visibility: frame?.isUnlisted === true ? 'unlisted' : 'public',
  });
}

/** A description is plain text, and its addresses are what looks like one. */
export function linksInText(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  const links = found.map((link) => asUrl(link.replace(/[.,;:!?)\]]+$/, ''))).filter((link) => link !== null);
  return [...new Set(links)];
}
