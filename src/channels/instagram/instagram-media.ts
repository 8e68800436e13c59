import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { readMetaMedia, writtenAlt } from '../reading/meta-media.ts';
import { isSameName } from '../reading/own-account.ts';

/** What reading a post takes to know about where it was found. */
export interface InstagramContext {
  readonly handle: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
  /** Names by number: older lists give of a post's owner the number alone. */
  readonly names: ReadonlyMap<string, string>;
}

/** A post as the web app's own interface gives it since 2023, with `pk` and `code`. */
export function isMedium(object: JsonObject): boolean {
  return typeof object.code === 'string' && asUnixTime(object.taken_at) !== null && asObject(object.user) !== undefined;
}

/** A post in the older shape of GraphQL, with `shortcode` and `edge_…` lists. */
export function isGraphMedium(object: JsonObject): boolean {
  return typeof object.shortcode === 'string' && asUnixTime(object.taken_at_timestamp) !== null;
}

export function ownerOf(medium: JsonObject, { names, origin }: InstagramContext): PostAuthor | null {
  const user = asObject(medium.user) ?? asObject(medium.owner) ?? {};
  const id = asText(user.pk) ?? asText(user.id);
  const handle = asText(user.username) ?? names.get(id ?? '') ?? null;
  if (handle === null) return null;
  return { id, handle, name: asText(user.full_name), url: `${origin}/${handle}/` };
}

/** Its own, or made together with somebody: such a post stands on both profiles and is counted on both. */
export function isOwnMedium(medium: JsonObject, context: InstagramContext): boolean {
  const together = asList(medium.coauthor_producers).map((one) => asText(at(one, 'username')));
  return [ownerOf(medium, context)?.handle, ...together].some((name) => isSameName(name, context.handle));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The number that a post's short code stands for; null for what is no code. Codes of private posts go on after it. */
export function numberOfCode(code: string): string | null {
  const digits = [...code.slice(0, 11)].map((letter) => alphabet.indexOf(letter));
  if (digits.length === 0 || digits.includes(-1)) return null;
  return digits.reduce((sum, digit) => sum * 64n + BigInt(digit), 0n).toString();
}

/** @param medium what `isMedium` or `isGraphMedium` is true of */
export function readInstagramPost(medium: JsonObject, context: InstagramContext): FoundPost {
  const isGraph = isGraphMedium(medium);
  const code = asText(isGraph ? medium.shortcode : medium.code) ?? '';
  const isFilm = isGraph ? medium.is_video === true : medium.media_type === 2;
  const text = isGraph ? captionOfGraph(medium) : (asText(at(medium, 'caption', 'text')) ?? '');
  const counts = isGraph ? countsOfGraph(medium) : countsOf(medium);
  const folder = asText(medium.product_type) === 'clips' ? 'reel' : 'p';
  return makePost({
    platform: 'instagram',
    id: asText(medium.pk) ?? numberOfCode(code) ?? code,
    url: `${context.origin}/${folder}/${code}/`,
    kind: isFilm ? 'video' : 'post',
    author: ownerOf(medium, context),
    published: asUnixTime(isGraph ? medium.taken_at_timestamp : medium.taken_at),
    title: asText(medium.title),
    text,
    links: addressesIn(text),
    tags: hashtagsOf(text),
    media: isGraph ? mediaOfGraph(medium) : readMetaMedia(medium),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    isPinned: [medium.timeline_pinned_user_ids, medium.pinned_for_users].some((who) => asList(who).length > 0),
    source: 'crawl',
    extent: isGraph && isAbridged(medium) ? 'part' : 'whole',
  });
}

/** Lists of the older shape give of a film its first picture, and of several pictures the first; its own page has them. */
function isAbridged(medium: JsonObject): boolean {
  const isSidecar = /Sidecar$/.test(asText(medium.__typename) ?? '') && medium.edge_sidecar_to_children === undefined;
  return isSidecar || (medium.is_video === true && asUrl(medium.video_url) === null);
}

function known(counts: Readonly<Record<string, unknown>>): PostCounts {
  const said = Object.entries(counts).flatMap(([name, value]) => {
    const count = asNumber(value);
    // -1 stands for a count that its owner hides.
    return count === null || count < 0 ? [] : [[name, count] as const];
  });
  return Object.fromEntries(said);
}

function countsOf(medium: JsonObject): PostCounts {
  const hidden = medium.like_and_view_counts_disabled === true;
  const views = medium.view_count ?? medium.play_count ?? medium.ig_play_count;
  return known({ replies: medium.comment_count, ...(hidden ? {} : { likes: medium.like_count, views }) });
}

function countsOfGraph(medium: JsonObject): PostCounts {
  const likes = at(medium, 'edge_media_preview_like', 'count') ?? at(medium, 'edge_liked_by', 'count');
  const replies = at(medium, 'edge_media_to_comment', 'count') ?? at(medium, 'edge_media_to_parent_comment', 'count');
  return known({ likes, replies, views: medium.video_view_count });
}

function captionOfGraph(medium: JsonObject): string {
  const edges = asList(at(medium, 'edge_media_to_caption', 'edges'));
  return edges.flatMap((edge) => asText(at(edge, 'node', 'text')) ?? []).join('\n');
}

function mediaOfGraph(medium: JsonObject): readonly PostMedia[] {
  const children = asList(at(medium, 'edge_sidecar_to_children', 'edges')).map((edge) => at(edge, 'node'));
  return (children.length > 0 ? children : [medium]).flatMap((child) => {
    const item = asObject(child) ?? {};
    const film = asUrl(item.video_url);
    const sizes = asList(item.display_resources).flatMap((one) => asUrl(at(one, 'src')) ?? []);
    const picture = asUrl(item.display_url) ?? sizes.at(-1);
    if (film === null && (picture === undefined || item.is_video === true)) return [];
    return [
      makeMedia({
        kind: film === null ? 'image' : 'video',
        url: film ?? picture ?? '',
        otherUrls: film === null ? [...new Set(sizes)].filter((size) => size !== picture) : [],
        alt: writtenAlt(item.accessibility_caption),
        width: asNumber(at(item, 'dimensions', 'width')),
        height: asNumber(at(item, 'dimensions', 'height')),
      }),
    ];
  });
}
