import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { PlatformId } from '../../model/platform.ts';
import { type FoundPost, makeMedia, makePost, type PostAuthor, type PostMedia } from '../../model/post.ts';
import { reallyLater } from './edit-time.ts';
import { once } from './feed-media.ts';
import { type HtmlPage, openPage } from './html-page.ts';
import { htmlToText } from './html-to-text.ts';
import { commentsOf, type LdArticle, readArticle } from './json-ld.ts';
import { asTime, asUrl } from './json-reader.ts';
import { mainContent } from './main-content.ts';
import { type HEntry, readEntry } from './microformats.ts';
import { kindOf, type PageKind } from './page-kind.ts';

export interface PageReading {
  /** Makes the platform's post of what every page says. Undefined when it is none of its posts. */
  readonly refine?: (post: FoundPost, page: HtmlPage) => FoundPost | undefined;
}

/** A page of a website as a post, an article or a page; lists are told as no posts. See `kindOf` for which is which. */
export async function* readPagePost(
  response: ArchivedResponse,
  place: ChannelPlace,
  platform: PlatformId,
  { refine = (post) => post }: PageReading = {},
): AsyncGenerator<Finding> {
  const page = await openPage(response, place.url);
  if (page === undefined) return;
  const shown = kindOf(page, place.url);
  if (page.url !== page.address) yield { kind: 'same-place', url: page.url, as: page.address };
  const read = shown.kind === 'list' ? undefined : readShown(page, shown, platform);
  const post = read === undefined ? undefined : refine(read.post, page);
  if (read === undefined || post === undefined) {
    yield { kind: 'no-post', url: page.address };
    return;
  }
  yield { kind: 'post', post };
  for (const comment of read.comments) yield { kind: 'post', post: comment };
}

function readShown(page: HtmlPage, shown: PageKind, platform: PlatformId) {
  const article = shown.article === undefined ? undefined : readArticle(shown.article, shown.nodes, page.base);
  const entry = shown.entry === undefined ? undefined : readEntry(page, shown.entry, platform);
  const post = postOf(page, { shown, article, entry, platform });
  const inNode = shown.article === undefined ? [] : commentsOf(shown.article, platform, post);
  return { post, comments: [...inNode, ...(entry?.comments ?? [])] };
}

interface Said {
  readonly shown: PageKind;
  readonly article: LdArticle | undefined;
  readonly entry: HEntry | undefined;
  readonly platform: PlatformId;
}

function postOf(page: HtmlPage, said: Said): FoundPost {
  const { article, entry, platform, shown } = said;
  const title = titleOf(page, said);
  const content = mainContent(page, title);
  const isArticle = shown.kind === 'article';
  const published = firstOf(article?.published, entry?.published, isArticle ? timeOf(page) : null);
  const updated = firstOf(article?.updated, entry?.updated, asTime(page.meta('article:modified_time')));
  const ldText = article?.text ? htmlToText(article.text, page.base).text : '';
  return makePost({
    platform,
    id: page.address,
    url: page.address,
    kind: postKind(said, title),
    source: 'crawl',
    author: article?.author ?? entry?.author ?? authorOf(page),
    published,
    edited: published === null ? null : reallyLater(published, updated),
    title,
    text: content.text === '' ? ldText : content.text,
    html: content.html === '' ? null : content.html,
    lang: page.lang ?? article?.lang ?? page.meta('og:locale')?.replace('_', '-') ?? null,
    media: mediaOf(page, content.media, said),
    links: content.links,
    replyTo: entry?.replyTo ?? null,
    repostOf: entry?.repostOf ?? null,
    tags: tagsOf(page, said),
    extent: article?.isFree === false ? 'part' : 'whole',
  });
}

function firstOf(...values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

function postKind({ shown, entry }: Said, title: string | null): FoundPost['kind'] {
  if (shown.kind === 'page') return 'page';
  if (entry?.repostOf) return 'repost';
  if (entry?.replyTo) return 'reply';
  return entry !== undefined && title === null ? 'post' : 'article';
}

/** A note of microformats2 has no title, whatever the window's says. */
function titleOf(page: HtmlPage, { article, entry }: Said): string | null {
  if (article?.title) return article.title;
  if (entry !== undefined) return entry.title;
  const { $ } = page;
  const heading = $('h1').length === 1 ? $('h1').text().replace(/\s+/g, ' ').trim() : '';
  return heading || page.meta('og:title') || $('head > title').first().text().replace(/\s+/g, ' ').trim() || null;
}

function timeOf(page: HtmlPage): string | null {
  const { $ } = page;
  const marked = $('[itemprop~="datePublished"]').first();
  const time = $('article time[datetime]').first();
  return firstOf(
    asTime(page.meta('article:published_time')),
    asTime(marked.attr('datetime') ?? marked.attr('content')),
    asTime(time.attr('datetime')),
  );
}

function authorOf(page: HtmlPage): PostAuthor | null {
  const link = page.$('article [rel~="author"],[itemprop~="author"] [itemprop~="name"]').first();
  const name = link.text().replace(/\s+/g, ' ').trim() || (page.meta('author') ?? '');
  return name === '' ? null : { id: null, handle: null, name, url: asUrl(link.attr('href'), page.base) };
}

/** The picture that a page names for previews is its own only where its text has none. */
function mediaOf(page: HtmlPage, inText: readonly PostMedia[], { article, entry, shown }: Said): readonly PostMedia[] {
  const media = once([...(entry?.media ?? []), ...inText]);
  if (shown.kind === 'page' || media.some(({ kind }) => kind === 'image')) return media;
  const named = article?.pictures[0] ?? asUrl(page.meta('og:image'), page.base);
  const alt = page.meta('og:image:alt');
  return named === null || named === undefined ? media : [makeMedia({ url: named, kind: 'image', alt }), ...media];
}

function tagsOf({ $, meta }: HtmlPage, { article, entry }: Said): readonly string[] {
  const linked = $('article [rel~="tag"]')
    .get()
    .map((element) => $(element).text().trim());
  const inHead = $('meta[property="article:tag"]')
    .get()
    .map((element) => $(element).attr('content')?.trim() ?? '');
  const section = meta('article:section');
  const said = [entry?.tags ?? [], article?.tags ?? [], linked, [...inHead, ...(section === null ? [] : [section])]];
  const tags = said.find((list) => list.length > 0) ?? [];
  return [...new Set(tags.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== ''))];
}
