import { makeMedia, type PostAuthor, type PostMedia } from '../../model/post.ts';
import type { Feed, FeedContent, FeedEntry } from './feed-entry.ts';
import { kindOf, mimeOf, once } from './feed-media.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from './json-reader.ts';

/**
 * Reads JSON Feed 1.0 and 1.1.
 * @returns undefined when it is none
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function readJsonFeed(json: unknown, url: string): Feed | undefined {
  const feed = asObject(json);
  if (!/jsonfeed/.test(asText(feed?.version) ?? '') || !Array.isArray(feed?.items)) return undefined;
  const items = feed.items.map(asObject);
  const broken = items.filter((item) => item === undefined).length;
  return {
    entries: items.filter((item) => item !== undefined).map((item) => readItem(item, feed, url)),
    isWhole: true,
    next: asUrl(feed.next_url, url),
    troubles: broken === 0 ? [] : [`${broken} of its items are none`],
  };
}

function readItem(item: JsonObject, feed: JsonObject, base: string): FeedEntry {
  const id = asText(item.id);
  const external = asUrl(item.external_url, base);
  const url = asUrl(item.url, base) ?? asUrl(id) ?? external;
  return {
    id,
    url,
    title: asText(item.title)?.trim() || null,
    published: asTime(item.date_published),
    updated: asTime(item.date_modified),
    content: contentOf(item, url ?? base),
    author: authorOf(item, base) ?? authorOf(feed, base),
    lang: asText(item.language) ?? asText(feed.language),
    tags: asList(item.tags)
      .map(asText)
      .filter((tag) => tag !== null),
    media: mediaOf(item, base),
    replyTo: null,
    more: (name, attribute) => asText(attribute === undefined ? item[name] : at(item, name, attribute)),
  };
}

function contentOf(item: JsonObject, base: string): FeedContent | null {
  const html = asText(item.content_html);
  if (html !== null) return { markup: html, isHtml: true, isWhole: true, base };
  const text = asText(item.content_text);
  if (text !== null) return { markup: text, isHtml: false, isWhole: true, base };
  const summary = asText(item.summary);
  return summary === null ? null : { markup: summary, isHtml: false, isWhole: false, base };
}

/** 1.1 has a list of authors, 1.0 has one. */
function authorOf(holder: JsonObject, base: string): PostAuthor | null {
  const author = at(holder, 'authors', 0) ?? holder.author;
  const name = asText(at(author, 'name'));
  const url = asUrl(at(author, 'url'), base);
  return name === null && url === null ? null : { id: null, handle: null, name, url };
}

function mediaOf(item: JsonObject, base: string): readonly PostMedia[] {
  const attached = asList(item.attachments).map((attachment) => {
    const url = asUrl(at(attachment, 'url'), base);
    if (url === null) return undefined;
    const mime = mimeOf(asText(at(attachment, 'mime_type')));
    const seconds = asNumber(at(attachment, 'duration_in_seconds'));
    const durationMs = seconds === null ? null : Math.round(seconds * 1000);
    return makeMedia({ url, kind: kindOf(null, mime, url), mime, durationMs });
  });
  const picture = asUrl(item.image, base);
  const banner = asUrl(item.banner_image, base);
  const pictures = [picture, banner].filter((url) => url !== null).map((url) => makeMedia({ url, kind: 'image' }));
  return once([...attached.filter((medium) => medium !== undefined), ...pictures]);
}
