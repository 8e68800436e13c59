import { type CheerioAPI, load } from 'cheerio';
import type { ChannelPlace } from '../../model/channel.ts';
import { type FoundPost, makeMedia, makePost, type PostAuthor, type PostMedia } from '../../model/post.ts';
import { nestsTooDeep, TOO_DEEP } from '../reading/export/deep-markup.ts';
import { once } from '../reading/feed-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asNumber, asTime, asUrl } from '../reading/json-reader.ts';
import { pictureOf } from './read-story.ts';
import { beginsWithTitle, idIn } from './story-signs.ts';

export type ExportedStory =
  | { readonly post: FoundPost; readonly isDraft: boolean }
  /** Why it cannot be read, for people. */
  | { readonly problem: string };

/**
 * One page of `posts/`, in the form in which the crawl gives it.
 * @param path its name begins with `draft_` for a draft, and ends with the id, `2018-08-11_Title-efefef121212.html`
 */
export function readExportedStory(html: string, path: string, place: ChannelPlace): ExportedStory {
  if (nestsTooDeep(html)) return { problem: `${TOO_DEEP}.` };
  const $ = load(html);
  const entry = $('article.h-entry').first();
  if (entry.length === 0) return { problem: 'it holds no story (article.h-entry).' };
  const { id, url } = addressOf($, path, place);
  if (id === undefined) return { problem: 'neither its address nor its name has the number of a story.' };
  const published = asTime($('time.dt-published').first().attr('datetime'));
  const isDraft = /(^|\/)draft_[^/]*$/.test(path) || (published === null && $('a.p-canonical').length === 0);
  const title = entry.find('.p-name').first().text().replace(/\s+/g, ' ').trim() || null;
  const { text, links, body, hasHeading } = bodyOf($, title, url ?? place.url);
  const tags = texts($, 'a.p-tag');
  const isResponse = !isDraft && !hasHeading && tags.length === 0 && beginsWithTitle(text, title);
  const post = makePost({
    platform: 'medium',
    id,
    url: isDraft ? null : url,
    source: 'export',
    // Nothing says that a page is a response; like those of the feed it has no heading of its own, and no tags.
    kind: isResponse ? 'reply' : 'article',
    author: writerOf($),
    published: isDraft ? null : published,
    title: isResponse ? null : title,
    text,
    html: body === '' ? null : body,
    media: mediaOf($, place),
    links,
    tags,
    visibility: isDraft ? 'private' : 'public',
  });
  return { post, isDraft };
}

/** Pages end with the day on which they were written: `Exported from Medium on September 21, 2018.` UTC, null without it. */
export function exportedOn(html: string): string | null {
  const day =
    /Exported from\s{1,9}(?:<a\b[^>]{0,200}>)?\s{0,9}Medium\s{0,9}(?:<\/a>)?\s{1,9}on\s{1,9}([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(
      html,
    )?.[1];
  return day === undefined ? null : asTime(`${day} UTC`);
}

/** The short link never leads anywhere else; the canonical one may lead to where a story was first. */
function addressOf($: CheerioAPI, path: string, place: ChannelPlace): { id: string | undefined; url: string | null } {
  const canonical = asUrl($('a.p-canonical').first().attr('href'));
  const short = $('footer a[href*="/p/"]')
    .get()
    .map((link) => asUrl($(link).attr('href')))
    .find((link) => /^https:\/\/medium\.com\/p\/[0-9a-f]+$/.test(link ?? ''));
  const named = path.replace(/\.html?$/i, '').replace(/^.*\//, '/');
  const id = /\/p\/([0-9a-f]+)$/.exec(short ?? '')?.[1] ?? idIn(canonical) ?? idIn(named);
  const isOwn = canonical !== null && isMediums(new URL(canonical).hostname, place);
  return { id, url: isOwn ? canonical : (short ?? (id === undefined ? null : `https://medium.com/p/${id}`)) };
}

function isMediums(host: string, place: ChannelPlace): boolean {
  return /(^|\.)medium\.com$/.test(host) || host === new URL(place.url).hostname;
}

function bodyOf($: CheerioAPI, title: string | null, base: string) {
  const content = $('.e-content').first().clone();
  const heading = content.find('.graf--title').first();
  const hasHeading = heading.length > 0;
  if (heading.text().replace(/\s+/g, ' ').trim() === title) heading.remove();
  const body = (content.html() ?? '').trim();
  return { body, hasHeading, ...htmlToText(body, base) };
}

function writerOf($: CheerioAPI): PostAuthor | null {
  const link = $('a.p-author').first();
  const name = link.text().trim();
  const url = asUrl(link.attr('href'));
  if (name === '' && url === null) return null;
  return { id: null, handle: /\/@([^/?#]+)/.exec(url ?? '')?.[1] ?? null, name: name === '' ? null : name, url };
}

function texts($: CheerioAPI, selector: string): readonly string[] {
  const found = $(selector)
    .get()
    .map((element) => $(element).text().trim());
  return [...new Set(found.filter((text) => text !== ''))];
}

/** Pictures are never in the export: their numbers lead to the image service, as on the pages. */
function mediaOf($: CheerioAPI, place: ChannelPlace): readonly PostMedia[] {
  const found = $('.e-content img')
    .get()
    .flatMap((element): readonly PostMedia[] => {
      const node = $(element);
      const shown = asUrl(node.attr('src'));
      const caption = node.closest('figure').find('figcaption').first().text().trim();
      const alt = node.attr('alt')?.trim() || caption || null;
      const size = { width: asNumber(node.attr('data-width')), height: asNumber(node.attr('data-height')) };
      const id = node.attr('data-image-id');
      if (id !== undefined && /^[\w*.-]+$/.test(id)) {
        return pictureOf(id, place, { alt, ...size, otherUrls: shown === null ? [] : [shown] });
      }
      return shown === null ? [] : [makeMedia({ url: shown, kind: 'image', alt, ...size })];
    });
  return once(found);
}
