import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost } from '../../model/post.ts';
import { objectsWhere, objectWhere } from '../reading/json-objects.ts';
import { asList, asText, at, type JsonObject } from '../reading/json-reader.ts';
import { readShownCount } from '../reading/shown-count.ts';
import { largest, shownText } from './innertube.ts';

/** One list item for a film, in each shape that YouTube has used. */
const shapes = new Set([
  'lockupViewModel',
  'shortsLockupViewModel',
  'videoRenderer',
  'gridVideoRenderer',
  'reelItemRenderer',
]);

interface ListPlace {
  readonly origin: string;
  /** When it was read, UTC ISO 8601. */
  readonly at: string;
}

/**
 * The films of a channel's list, as far as it shows them: title, still and a rounded count. When they came out is said in
 * words only ("3 days ago"), which is no date.
 * @param list the tab
 * @see https://github.com/yt-dlp/yt-dlp (extractor/youtube/_tab.py)
 */
export function* readFilms(value: unknown, list: string, where: ListPlace): Generator<Finding> {
  for (const item of objectsWhere(value, (_, key) => shapes.has(key))) {
    const id = idOf(item);
    // Playlists and mixes are lockups too.
    if (id === undefined) continue;
    const post = readFilm(item, id, where);
    yield { kind: 'post', post };
    yield { kind: 'listed', listed: { id, url: post.url, published: null, list, kind: 'video' } };
  }
}

function idOf(item: JsonObject): string | undefined {
  const isOther = item.contentType !== undefined && item.contentType !== 'LOCKUP_CONTENT_TYPE_VIDEO';
  const id = asText(item.videoId) ?? asText(item.contentId) ?? tapped(item);
  return !isOther && id !== null && /^[\w-]{11}$/.test(id) ? id : undefined;
}

function tapped(item: JsonObject): string | null {
  const command =
    at(item, 'onTap', 'innertubeCommand') ?? at(item, 'rendererContext', 'commandContext', 'onTap', 'innertubeCommand');
  const named = asText(at(command, 'reelWatchEndpoint', 'videoId')) ?? asText(at(command, 'watchEndpoint', 'videoId'));
  return named ?? /^shorts-shelf-item-([\w-]{11})$/.exec(asText(item.entityId) ?? '')?.[1] ?? null;
}

function readFilm(item: JsonObject, id: string, { origin, at: countedAt }: ListPlace): FoundPost {
  const model = at(item, 'metadata', 'lockupMetadataViewModel');
  const title = [item.title, at(model, 'title'), item.headline, at(item, 'overlayMetadata', 'primaryText')]
    .map(shownText)
    .find((text) => text !== '');
  const views = viewsOf(item, model);
  const picture = [
    item.thumbnail,
    at(item, 'contentImage', 'thumbnailViewModel', 'image'),
    at(item, 'thumbnailViewModel', 'thumbnailViewModel', 'image'),
  ]
    .map((sized) => largest(sized, origin))
    .find((still) => still !== undefined);
  return makePost({
    platform: 'youtube',
    id,
    source: 'crawl',
    kind: 'video',
    url: `${origin}/watch?v=${id}`,
    title: title ?? null,
    media: picture === undefined ? [] : [makeMedia({ ...picture, kind: 'image' })],
    counts: views === undefined ? {} : { views },
    countedAt: views === undefined ? null : countedAt,
    extent: 'part',
  });
}

function viewsOf(item: JsonObject, model: unknown): number | undefined {
  const rows = asList(at(model, 'metadata', 'contentMetadataViewModel', 'metadataRows'));
  const parts = rows.flatMap((row) => asList(at(row, 'metadataParts'))).map((part) => shownText(at(part, 'text')));
  const said = [item.viewCountText, at(item, 'overlayMetadata', 'secondaryText')].map(shownText);
  const views = [...said, ...parts].find((text) => /view|aufruf/i.test(text));
  return views === undefined ? undefined : readShownCount(views)?.count;
}

/** True when nothing follows in a list: it has items, and no token for more. */
export function endsHere(value: unknown): boolean {
  return objectWhere(value, (_, key) => key === 'continuationItemRenderer') === undefined;
}
