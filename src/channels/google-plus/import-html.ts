import { type CheerioAPI, load } from 'cheerio';
import { type FoundPost, makeMedia, makePost, type PostAuthor } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asUrl } from '../reading/json-reader.ts';
import { visibilityOfWords } from './import-acl.ts';
import {
  authorOf,
  fileOf,
  isSamePerson,
  makeReply,
  type PlusProblem,
  type PlusReading,
  postIdIn,
  undated,
} from './import-json.ts';

type Part = ReturnType<CheerioAPI>;

/** One dialect names the parts of a post by classes, the other as microdata. */
const parts = {
  content: '.main-content, [itemprop="articleBody"], [itemprop="text"]',
  author: 'a.author, [itemprop="author"] a[href], a[itemprop="author"]',
  comment: '.comment, [itemprop="comment"]',
  commentText: '.comment-content',
  visibility: '.visibility, [itemprop="audience"]',
  picture: 'img.media, [itemprop="image"], [itemprop="associatedMedia"] img, a.media-link > .video-placeholder',
  link: 'a.link-embed, a[itemprop="sharedContent"]',
  likes: '.plus-oners a, [itemprop="interactionCount"] a',
  reshares: '.resharers a',
} as const;

export type HtmlDialect = 'google-plus-html' | 'google-plus-microdata';

/** Undefined for a page that is no post of Google+. */
export function dialectOfHtml(html: string): HtmlDialect | undefined {
  if (!/plus\.google\.com\//.test(html)) return undefined;
  if (/class="main-content"/.test(html) && /class="author"/.test(html)) return 'google-plus-html';
  return /itemprop="(articleBody|text)"/.test(html) && /itemprop="author"/.test(html)
    ? 'google-plus-microdata'
    : undefined;
}

function personOf(link: Part): PostAuthor | null {
  const href = asUrl(link.attr('href'));
  const name = link.text().trim();
  return href === null ? null : authorOf({ displayName: name === '' ? null : name, profilePageUrl: href });
}

/** Times are written with their zone: `2014-06-30 14:04:00+0000`. */
function timeIn(part: Part): string | null {
  const said = part.attr('datetime') ?? part.attr('content') ?? part.text();
  return writtenTime(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?\s?([+-]\d{2}:?\d{2}|Z|UTC)?/.exec(said)?.[0]);
}

export function readPlusHtml(
  html: string,
  folder: string,
  files: MediaFinder,
  madeAt: string | null,
): PlusReading | PlusProblem {
  const $ = load(html);
  const comments = $(parts.comment)
    .toArray()
    .map((element) => $(element).clone());
  const visible = $(parts.visibility).first();
  const people = visible
    .find('a')
    .toArray()
    .map((link) => $(link).text().trim());
  const visibility = visibilityOfWords(visible.attr('content') ?? visible.text(), people);
  const counts = { likes: $(parts.likes).length, reposts: $(parts.reshares).length, replies: comments.length };
  const known = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  $(`${parts.comment}, ${parts.visibility}, .post-activity`).remove();
  const isCommentLeft = $(parts.commentText).not(`${parts.content} *`).length > 0;
  const author = personOf($(parts.author).first());
  const permalink = $('a[href*="/posts/"]').not('.reshare-attribution').not(`${parts.content} a`).first();
  const url = asUrl(permalink.attr('href')) ?? asUrl($('[itemprop="url"]').attr('href'));
  const id = postIdIn(url);
  const published = timeIn($('[itemprop="datePublished"], [itemprop="dateCreated"]').first()) ?? timeIn(permalink);
  if (id === null || url === null) return { id: null, problem: 'it has no address' };
  if (published === null) return { id, problem: 'it has no date' };
  if (!/<\/html>\s*$/i.test(html) && /<html/i.test(html)) return { id, problem: 'it is cut off' };
  const content = $(parts.content).first();
  const { text, links } = htmlToText(content.html() ?? '');
  const shared = sharedIn($, text);
  const link = $(parts.link)
    .toArray()
    .flatMap((one) => asUrl($(one).attr('href')) ?? []);
  const edited = timeIn($('[itemprop="dateModified"]').first()) ?? timeIn(permalink.nextAll('span').first());
  const post = makePost({
    platform: 'google-plus',
    id,
    url,
    author,
    published,
    edited: edited === published ? null : edited,
    text,
    html: content.html(),
    media: picturesIn($, folder, files),
    links: [...new Set([...links, ...link])],
    tags: hashtagsOf(text),
    ...shared,
    counts: known,
    countedAt: Object.keys(known).length === 0 ? null : madeAt,
    visibility,
    source: 'export',
  });
  const own = comments.filter((comment) => isSamePerson(authorIn(comment), post.author));
  const replies = own.flatMap((comment, place) => replyIn(comment, place, post) ?? []);
  const lost = [...(isCommentLeft ? ['a comment has lost its frame'] : []), ...undated(own.length - replies.length)];
  return { post, replies, commentsByOthers: comments.length - own.length, lost };
}

function sharedIn($: CheerioAPI, text: string): Pick<FoundPost, 'kind' | 'quoteOf' | 'repostOf'> {
  const attribution = $('.reshare-attribution').first();
  if (attribution.length === 0) return { kind: 'post', quoteOf: null, repostOf: null };
  const href = asUrl(attribution.attr('href'));
  const around = attribution.parent().clone();
  around.find('.reshare-attribution, .link-embed, .media-link, .album').remove();
  const id = postIdIn(href);
  const author = href === null || id !== null ? null : authorOf({ profilePageUrl: href });
  const reference = { id, url: id === null ? null : href, author, text: htmlToText(around.html() ?? '').text };
  return text === ''
    ? { kind: 'repost', quoteOf: null, repostOf: reference }
    : { kind: 'quote', quoteOf: reference, repostOf: null };
}

/** What is in the archive is named without a path, whatever folder it lies in. */
function picturesIn($: CheerioAPI, folder: string, files: MediaFinder): FoundPost['media'] {
  return $(parts.picture)
    .toArray()
    .flatMap((element) => {
      const part = $(element);
      const src = part.attr('src') ?? part.attr('content') ?? part.parent().attr('href') ?? '';
      const kind = /video/.test(part.attr('class') ?? '') || /\.(mp4|webm|mov|3gp)$/i.test(src) ? 'video' : 'image';
      const alt = part.attr('alt')?.trim() || null;
      const away = asUrl(src);
      if (src === '') return [];
      if (away !== null) return [makeMedia({ url: away, kind, alt })];
      const name = nameIn(src);
      return [makeMedia({ url: `export:${encodeURI(folder + name)}`, kind, alt, file: fileOf(name, folder, files) })];
    });
}

function nameIn(src: string): string {
  const name = src.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function authorIn(comment: Part): PostAuthor | null {
  return personOf(comment.find(parts.author).first());
}

function replyIn(comment: Part, place: number, post: FoundPost): FoundPost | undefined {
  const published = timeIn(comment.find('.time, [itemprop="dateCreated"], [itemprop="datePublished"]').first());
  if (published === null) return undefined;
  const said = htmlToText(
    comment.find('.comment-content, [itemprop="text"], [itemprop="articleBody"]').first().html() ?? '',
  );
  return makeReply(post, { id: null, place, published, ...said });
}
