import { type FoundPost, makePost, type PostAuthor, type PostKind } from '../../model/post.ts';
import { reallyLater } from '../reading/edit-time.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asText, asTime, asUrl, at } from '../reading/json-reader.ts';
import { contentMedia, featuredMedia, onceEach } from './read-media.ts';

/** Types of a site's own making (products, events) are posts of their own kind, beside articles and pages. */
export function kindOfType(type: string): PostKind {
  if (type === 'post' || type === 'posts') return 'article';
  return type === 'page' || type === 'pages' ? 'page' : 'post';
}

/**
 * A post, page or whatever else is published, as `/wp/v2/…` gives it.
 * @returns undefined when it is none, such as an attachment or an item without id and address
 * @see https://developer.wordpress.org/rest-api/reference/posts/
 */
export function readPost(item: unknown): FoundPost | undefined {
  const id = asText(at(item, 'id'));
  const url = asUrl(at(item, 'link'));
  const type = asText(at(item, 'type'));
  if (id === null || url === null || type === null || type === 'attachment') return undefined;
  const content = asText(at(item, 'content', 'rendered'));
  const isProtected = at(item, 'content', 'protected') === true;
  const html = content ?? asText(at(item, 'excerpt', 'rendered'));
  const { text, links } = htmlToText(html ?? '', url);
  const published = gmt(at(item, 'date_gmt'));
  const featured = featuredMedia(item);
  return makePost({
    platform: 'wordpress',
    id,
    url,
    kind: kindOfType(type),
    source: 'api',
    author: authorOf(item),
    published,
    edited: published === null ? null : reallyLater(published, gmt(at(item, 'modified_gmt'))),
    title: plainTitle(at(item, 'title', 'rendered')),
    text,
    html,
    lang: asText(at(item, 'lang')),
    media: onceEach([...(featured === undefined ? [] : [featured]), ...contentMedia(html ?? '', url)]),
    links,
    tags: termsOf(item),
    isPinned: at(item, 'sticky') === true,
    visibility: isProtected ? 'private' : 'public',
    extent: isProtected || typeof at(item, 'content', 'rendered') !== 'string' ? 'part' : 'whole',
  });
}

/** Titles come as markup, with entities; a protected one has a word of the theme's before it, which is kept as it is shown. */
export function plainTitle(title: unknown): string | null {
  return htmlToText(asText(title) ?? '').text || null;
}

/** Times of the interface have no zone: those named gmt are UTC. */
export function gmt(time: unknown): string | null {
  const text = asText(time);
  return text === null || /[zZ]|[+-]\d\d:?\d\d$/.test(text) ? asTime(text) : asTime(`${text}Z`);
}

function authorOf(item: unknown): PostAuthor | null {
  const id = asText(at(item, 'author'));
  const person = at(item, '_embedded', 'author', 0);
  const known = {
    handle: asText(at(person, 'slug')),
    name: plainTitle(at(person, 'name')),
    url: asUrl(at(person, 'link')),
  };
  // A site that hides its people answers with an error in their place, and 0 is nobody.
  if ((id === null || id === '0') && known.name === null) return null;
  return { id, ...known };
}

function termsOf(item: unknown): readonly string[] {
  const names = asList(at(item, '_embedded', 'wp:term'))
    .flatMap((group) => asList(group))
    .filter((term) => asText(at(term, 'taxonomy')) !== 'post_format')
    .map((term) => plainTitle(at(term, 'name')));
  return [...new Set(names.filter((name) => name !== null))];
}
