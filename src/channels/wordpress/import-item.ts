import type { LeftOut } from '../../model/official-export.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { type XmlNode, xmlText } from '../reading/export/xml-records.ts';
import { kindOf, mimeOf } from '../reading/feed-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { renderContent } from './import-content.ts';
import { metaOf, type WxrLibrary } from './import-library.ts';
import { contentMedia, onceEach } from './read-media.ts';
import { gmt, kindOfType, plainTitle } from './read-post.ts';

/** The number that the item has itself, or that its guid has (`https://a.example/?p=12`). */
export function idOf(item: XmlNode): string | null {
  const own = xmlText(item, 'wp:post_id');
  if (own !== null && /^\d+$/.test(own)) return own;
  return /[?&](?:p|page_id)=(\d+)/.exec(xmlText(item, 'guid') ?? '')?.[1] ?? null;
}

/** Numbers of items in a text of this one: a CDATA section that lost its end takes in everything to the end of the next. */
export function swallowedBy(item: XmlNode): readonly (string | null)[] {
  const texts = item.children.map(({ text }) => text).filter((text) => text.includes('</item>'));
  return texts.flatMap((text) =>
    [...text.matchAll(/<wp:post_id>(?:<!\[CDATA\[)?(\d*)/g)].map(([, id]) =>
      id === undefined || id === '' ? null : id,
    ),
  );
}

/** An item in the form in which `/wp/v2/…` gives it: the same number, kind and text, as far as the export has it. */
export function readExportedItem(item: XmlNode, what: 'public' | LeftOut, library: WxrLibrary): FoundPost {
  const id = idOf(item) ?? '';
  const url = what === 'public' || xmlText(item, 'wp:status') === 'publish' ? addressOf(item, library.base) : null;
  const base = url ?? library.base;
  const raw = xmlText(item, 'content:encoded') ?? xmlText(item, 'excerpt:encoded');
  const html = raw === null ? null : renderContent(raw, id, library);
  const { text, links } = htmlToText(html ?? '', base);
  const isOut = what === 'public' || what === 'private' || what === 'deleted';
  const published = isOut ? publishedAt(item, library) : null;
  const media = [...featured(item, library), ...contentMedia(html ?? '', base), ...enclosed(item, base)];
  return makePost({
    platform: 'wordpress',
    id,
    url,
    kind: kindOfType(xmlText(item, 'wp:post_type') ?? 'post'),
    source: 'export',
    author: library.authorOf(xmlText(item, 'dc:creator')),
    published,
    edited: published === null ? null : reallyLater(published, gmt(xmlText(item, 'wp:post_modified_gmt'))),
    title: plainTitle(xmlText(item, 'title')),
    text,
    html,
    media: library.shown(onceEach(media)),
    links,
    tags: tagsOf(item),
    isPinned: xmlText(item, 'wp:is_sticky') === '1',
    visibility: what === 'public' ? 'public' : 'private',
  });
}

/** Some exports have only the path; one without a link at all has the plain one in its guid. */
function addressOf(item: XmlNode, base: string): string | null {
  return asUrl(xmlText(item, 'link'), base) ?? asUrl(xmlText(item, 'guid'));
}

/** `0000-00-00 00:00:00` is no time. The local one is of no use without its zone, which is said nowhere. */
function publishedAt(item: XmlNode, library: WxrLibrary): string | null {
  const known = gmt(xmlText(item, 'wp:post_date_gmt')) ?? asTime(xmlText(item, 'pubDate'));
  if (known === null && gmt(xmlText(item, 'wp:post_date')) !== null) library.undated += 1;
  return known;
}

function featured(item: XmlNode, library: WxrLibrary): readonly PostMedia[] {
  const id = metaOf(item, '_thumbnail_id');
  const medium = id === null ? undefined : library.upload(id);
  return medium === undefined ? [] : [medium];
}

/** Recordings of a podcast: address, length and type in three lines. */
function enclosed(item: XmlNode, base: string): readonly PostMedia[] {
  const [address, , type] = (metaOf(item, 'enclosure') ?? '').split(/\r?\n/);
  const url = asUrl(address, base);
  if (url === null) return [];
  const mime = mimeOf(type ?? null);
  return [makeMedia({ url, kind: kindOf(null, mime, url), mime })];
}

/** Terms that are none of the site's subjects: forms, co-authors, languages, menus. */
const otherTerms =
  /^(post_format|author|nav_menu|language|post_translations|link_category|wp_\w+|product_(type|visibility))$/;

/** Version 1.0 names each of them twice, once without saying what it is. */
function tagsOf(item: XmlNode): readonly string[] {
  const names = item.children
    .filter(({ name, attributes }) => name === 'category' && !otherTerms.test(attributes.domain ?? ''))
    .map((term) => plainTitle(term.text.trim()));
  return [...new Set(names.filter((name) => name !== null))];
}
