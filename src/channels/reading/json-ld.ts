import type { CheerioAPI } from 'cheerio';
import type { PlatformId } from '../../model/platform.ts';
import { type FoundPost, makePost, type PostAuthor } from '../../model/post.ts';
import { htmlToText } from './html-to-text.ts';
import { asList, asObject, asText, asTime, asUrl, at, type JsonObject, parseJson } from './json-reader.ts';

const articles =
  /^((News|Tech|Scholarly|Satirical|AdvertiserContent)?Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|Recipe)$/;
const lists = /^(CollectionPage|SearchResultsPage|Blog|ItemList)$/;
const maxNodes = 2000;

/** All nodes of a page's JSON-LD, in one list: graphs and arrays are taken apart. Broken scripts are left out. */
export function readJsonLd($: CheerioAPI): readonly JsonObject[] {
  const nodes: JsonObject[] = [];
  const queue: unknown[] = $('script[type^="application/ld+json"]')
    .get()
    .map((script) =>
      parseJson(
        $(script)
          .text()
          .replace(/^\s*(<!--|\/\/\s*<!\[CDATA\[)|(-->|\/\/\s*\]\]>)\s*$/g, ''),
      ),
    );
  for (
    let here = queue.shift();
    (here !== undefined || queue.length > 0) && nodes.length < maxNodes;
    here = queue.shift()
  ) {
    if (Array.isArray(here)) queue.push(...here);
    const node = asObject(here);
    if (node === undefined) continue;
    nodes.push(node);
    queue.push(...asList(node['@graph']), node.mainEntity, asObject(node.mainEntityOfPage));
  }
  return nodes;
}

function typesOf(node: JsonObject): readonly string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).map((name) => (asText(name) ?? '').replace(/^.*[/:]/, ''));
}

/** The node of the article that a page shows: the one at its address, or the only one. */
export function articleOf(nodes: readonly JsonObject[], address: string): JsonObject | undefined {
  const found = nodes.filter((node) => typesOf(node).some((type) => articles.test(type)));
  const key = (url: string | null) =>
    url
      ?.replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[#?].*$/, '')
      .replace(/\/+$/, '');
  const isHere = (node: JsonObject) =>
    [node.url, node['@id'], at(node, 'mainEntityOfPage', '@id'), node.mainEntityOfPage].some(
      (url) => key(asUrl(url, address)) === key(address),
    );
  return found.find(isHere) ?? (found.length === 1 && !nodes.some(isList) ? found[0] : undefined);
}

export function isList(node: JsonObject): boolean {
  return typesOf(node).some((type) => lists.test(type));
}

/** What a node says of its article. */
export interface LdArticle {
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: PostAuthor | null;
  readonly lang: string | null;
  readonly tags: readonly string[];
  readonly text: string | null;
  readonly pictures: readonly string[];
  /** False where it is for members or buyers. */
  readonly isFree: boolean;
}

export function readArticle(node: JsonObject, nodes: readonly JsonObject[], base: string): LdArticle {
  const keywords = typeof node.keywords === 'string' ? node.keywords.split(',') : asList(node.keywords).map(asText);
  const tags = keywords.map((tag) => tag?.trim() ?? '').filter((tag) => tag !== '');
  return {
    title: plain(node.headline) ?? plain(node.name),
    published: asTime(node.datePublished),
    updated: asTime(node.dateModified),
    author: authorOf(follow(node.author ?? node.creator, nodes), base),
    lang: asText(node.inLanguage) ?? asText(at(node, 'inLanguage', 'alternateName')),
    tags: [...new Set(tags)],
    text: asText(node.articleBody) ?? asText(node.text),
    pictures: picturesOf(node.image, nodes, base),
    isFree: !/^false$/i.test(String(node.isAccessibleForFree ?? true).replace(/^.*\//, '')),
  };
}

function plain(value: unknown): string | null {
  return htmlToText(asText(value) ?? '').text || null;
}

/** A node that only names another by its @id. */
function follow(value: unknown, nodes: readonly JsonObject[]): unknown {
  const first = Array.isArray(value) ? value[0] : value;
  const id = asText(at(first, '@id'));
  const isReference = id !== null && at(first, 'name') === undefined && at(first, 'url') === undefined;
  return isReference ? (nodes.find((node) => node['@id'] === id) ?? first) : first;
}

function authorOf(value: unknown, base: string): PostAuthor | null {
  const name = plain(typeof value === 'string' ? value : at(value, 'name'));
  const url = asUrl(at(value, 'url'), base);
  return name === null && url === null ? null : { id: null, handle: null, name, url };
}

function picturesOf(value: unknown, nodes: readonly JsonObject[], base: string): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all
    .map((one) => follow(one, nodes))
    .map((one) => asUrl(typeof one === 'string' ? one : (at(one, 'url') ?? at(one, 'contentUrl')), base))
    .filter((url) => url !== null);
}

/** Comments that stand in the node itself. */
export function commentsOf(node: JsonObject, platform: PlatformId, post: FoundPost): readonly FoundPost[] {
  const all = Array.isArray(node.comment) ? node.comment : [node.comment];
  return all
    .map((comment) => asObject(comment))
    .map((comment) => (comment === undefined ? undefined : readComment(comment, platform, post)))
    .filter((comment) => comment !== undefined);
}

function readComment(node: JsonObject, platform: PlatformId, post: FoundPost): FoundPost | undefined {
  const said = asText(node.text);
  if (said === null) return undefined;
  const url = asUrl(node.url, post.url ?? undefined) ?? asUrl(node['@id'], post.url ?? undefined);
  const published = asTime(node.dateCreated) ?? asTime(node.datePublished);
  const author = authorOf(node.author, post.url ?? '');
  return makePost({
    platform,
    id: url ?? `${post.id}#${[author?.name, published].join(' ')}`,
    url,
    kind: 'comment',
    source: 'crawl',
    isOwn: false,
    author,
    published,
    text: htmlToText(said).text,
    replyTo: { id: post.id, url: post.url, author: null, text: null },
    thread: post.id,
  });
}
