import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makePost, type PostAuthor, type PostKind } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { type HtmlPage, openPage } from '../reading/html-page.ts';
import { articleOf, readArticle, readJsonLd } from '../reading/json-ld.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { mainContent } from '../reading/main-content.ts';
import { readHtmlComments } from './read-html-comments.ts';
import { onceEach } from './read-media.ts';
import { kindOfType, plainTitle } from './read-post.ts';

/**
 * What a page of WordPress shows. It joins what the interface says of the same post by its number, which stands in the
 * body's classes, in the short link and in the link to its JSON; where the interface is closed it is all there is.
 */
export async function* readWordPressPage(response: ArchivedResponse, place: ChannelPlace): AsyncGenerator<Finding> {
  const page = await openPage(response, place.url);
  if (page === undefined) return;
  const shown = whatItShows(page);
  if (shown === undefined) {
    if (isList(page)) yield { kind: 'no-post', url: page.url };
    return;
  }
  const post = postOf(page, shown);
  yield { kind: 'post', post };
  for (const url of [page.url, shown.shortLink]) {
    if (url !== undefined && url !== post.url) yield { kind: 'same-place', url, as: page.address };
  }
  for (const comment of readHtmlComments(page, post)) yield { kind: 'post', post: comment };
}

interface Shown {
  readonly id: string;
  readonly kind: PostKind;
  readonly shortLink?: string;
}

/** The number of the post that a page shows alone; undefined on lists and on pages that are none of WordPress's. */
function whatItShows(page: HtmlPage): Shown | undefined {
  const { $, base, bodyClasses } = page;
  if (isList(page) || bodyClasses.has('attachment')) return undefined;
  const shortLink = asUrl($('link[rel~="shortlink"]').attr('href'), base) ?? undefined;
  const known = byClasses(bodyClasses) ?? byJsonLink(page) ?? byShortLink(shortLink);
  return known === undefined ? undefined : { ...known, ...(shortLink === undefined ? {} : { shortLink }) };
}

/** `single-post postid-12`, `page-id-12`, `single-product postid-12`. @see WordPress, get_body_class() */
function byClasses(classes: ReadonlySet<string>): Shown | undefined {
  const words = [...classes];
  const number = (form: RegExp) => words.map((word) => form.exec(word)?.[1]).find((found) => found !== undefined);
  const page = number(/^page-id-(\d+)$/);
  if (page !== undefined) return { id: page, kind: 'page' };
  const post = number(/^postid-(\d+)$/);
  const type = number(/^single-(?!format-)([\w-]+)$/) ?? 'post';
  return post === undefined ? undefined : { id: post, kind: kindOfType(type) };
}

function byJsonLink({ $, base }: HtmlPage): Shown | undefined {
  const url = asUrl($('link[rel="alternate"][type="application/json"]').attr('href'), base) ?? '';
  const [, type, id] = /\/wp\/v2\/([\w-]+)\/(\d+)$/.exec(decodeURIComponent(url)) ?? [];
  return type === undefined || id === undefined ? undefined : { id, kind: kindOfType(type) };
}

function byShortLink(link: string | undefined): Shown | undefined {
  const query = link === undefined ? undefined : new URL(link).searchParams;
  const post = query?.get('p');
  const page = query?.get('page_id');
  if (page) return { id: page, kind: 'page' };
  return post ? { id: post, kind: 'article' } : undefined;
}

function isList({ bodyClasses }: HtmlPage): boolean {
  if ([...bodyClasses].some((word) => /^page-id-\d+$/.test(word))) return false;
  return ['blog', 'archive', 'search', 'home', 'error404', 'paged'].some((word) => bodyClasses.has(word));
}

function postOf(page: HtmlPage, { id, kind }: Shown): FoundPost {
  const { $, base, address, lang } = page;
  const nodes = readJsonLd($);
  const node = articleOf(nodes, address);
  const article = node === undefined ? undefined : readArticle(node, nodes, base);
  const title = plainTitle($('h1.entry-title,h1.wp-block-post-title,.entry-title,h1').first().html());
  const { html, text, links, media } = mainContent(page, title);
  const time = $('article time[datetime],.entry-date[datetime],.wp-block-post-date time[datetime]').first();
  const published = article?.published ?? asTime(page.meta('article:published_time')) ?? asTime(time.attr('datetime'));
  const updated = article?.updated ?? asTime(page.meta('article:modified_time'));
  return makePost({
    platform: 'wordpress',
    id,
    url: address,
    kind,
    source: 'crawl',
    author: article?.author ?? authorOf(page),
    published: kind === 'page' ? (article?.published ?? null) : published,
    edited: published === null ? null : reallyLater(published, updated),
    title: title ?? article?.title ?? null,
    text,
    html,
    lang,
    links,
    media: onceEach(media),
    tags: tagsOf(page),
    // A page of several, by <!--nextpage-->, and a post behind a password show some of it.
    extent: $('.post-page-numbers,.page-links a,form.post-password-form').length > 0 ? 'part' : 'whole',
  });
}

function authorOf({ $, base }: HtmlPage): PostAuthor | null {
  const link = $('article [rel~="author"],.byline .author a,.vcard .fn').first();
  const name = link.text().trim();
  return name === '' ? null : { id: null, handle: null, name, url: asUrl(link.attr('href'), base) };
}

function tagsOf({ $ }: HtmlPage): readonly string[] {
  const names = $('article [rel~="tag"],.post-categories a')
    .get()
    .map((element) => $(element).text().trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
