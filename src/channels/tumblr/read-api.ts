import { load } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia, type PostReference } from '../../model/post.ts';
import { embeddedJson } from '../reading/embedded-json.ts';
import { htmlMedia } from '../reading/html-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import {
  asList,
  asNumber,
  asObject,
  asText,
  asUnixTime,
  asUrl,
  at,
  type JsonObject,
  parseJson,
} from '../reading/json-reader.ts';
import { readNpfPoll } from './read-npf.ts';

/** Version 1 of the interface answers with a script that sets a variable; with `debug=1` it is JSON. */
export function tumblrJson(text: string): JsonObject | undefined {
  return asObject(parseJson(text)) ?? asObject(embeddedJson(text, 'tumblr_api_read'));
}

/** The kinds that `posts-total` counts. */
export const tumblrKinds: readonly FoundPost['kind'][] = ['post', 'video', 'repost', 'quote'];

interface Content {
  readonly title: string | null;
  readonly html: string;
  readonly media: readonly PostMedia[];
  readonly links: readonly string[];
  readonly question?: string;
}

/**
 * One post of `/api/read/json`, of any type.
 * @see https://www.tumblr.com/docs/en/api/v1
 */
export function readTumblrPost(post: JsonObject, where: string): Finding {
  const id = asText(post.id);
  if (id === null) return { kind: 'unreadable', id: null, where, message: 'A post of the list has no id.' };
  const url = asUrl(post['url-with-slug']) ?? asUrl(post.url);
  const base = url ?? where;
  const { title, html, media, links, question } = contentOf(post, base);
  const read = htmlToText(html, base);
  const original = readOriginal(post);
  const added = original === null ? null : addedWords(html);
  return {
    kind: 'post',
    post: makePost({
      platform: 'tumblr',
      id,
      url,
      source: 'api',
      kind: original === null ? (post.type === 'video' ? 'video' : 'post') : added === null ? 'repost' : 'quote',
      author: readBlog(post.tumblelog),
      published: asUnixTime(post['unix-timestamp']),
      title,
      text: added ?? read.text,
      html: html === '' ? null : html,
      media: [...media, ...htmlMedia(html, base)],
      links: [...new Set([...links, ...read.links])],
      replyTo: question === undefined ? null : { id: null, url: null, author: null, text: htmlToText(question).text },
      repostOf: added === null ? original : null,
      quoteOf: added === null || original === null ? null : { ...original, text: read.text },
      tags: asList(post.tags).flatMap((tag) => asText(tag) ?? []),
      poll: readPoll(html),
    }),
  };
}

/** What stands in which field is a matter of the type; new posts are all `regular`. */
function contentOf(post: JsonObject, base: string): Content {
  const html = (name: string) => asText(post[name]) ?? '';
  const plain = { title: null, media: [], links: [] };
  switch (post.type) {
    case 'photo':
      return { ...plain, html: html('photo-caption'), media: readPhotos(post) };
    case 'quote':
      return { ...plain, html: `<blockquote>${html('quote-text')}</blockquote><p>${html('quote-source')}</p>` };
    case 'link': {
      const url = asUrl(post['link-url'], base);
      return {
        ...plain,
        title: asText(post['link-text']),
        html: html('link-description'),
        links: url === null ? [] : [url],
      };
    }
    case 'conversation':
      return { ...plain, title: asText(post['conversation-title']), html: conversationOf(post) };
    case 'video':
      return { ...plain, html: html('video-caption'), ...readPlayer(post, 'video', base) };
    case 'audio':
      return { ...plain, html: html('audio-caption'), ...readPlayer(post, 'audio', base) };
    case 'answer':
      return { ...plain, html: html('answer'), question: html('question') };
    default:
      return { ...plain, title: asText(post['regular-title']), html: html('regular-body') };
  }
}

function conversationOf(post: JsonObject): string {
  const escaped = (value: unknown) => (asText(value) ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = asList(post.conversation).map((line) => `${escaped(at(line, 'label'))} ${escaped(at(line, 'phrase'))}`);
  const said = lines.length > 0 ? lines : escaped(post['conversation-text']).split('\n');
  return said.map((line) => line.trim()).join('<br>');
}

const sizes = [1280, 500, 400, 250, 100, 75];

function readPhotos(post: JsonObject): readonly PostMedia[] {
  const set = asList(post.photos)
    .map(asObject)
    .filter((photo) => photo !== undefined);
  return (set.length > 0 ? set : [post]).flatMap((photo) => {
    const urls = sizes.map((size) => asUrl(photo[`photo-url-${size}`])).filter((url) => url !== null);
    const [url, ...otherUrls] = [...new Set(urls)];
    if (url === undefined) return [];
    const alt = photo === post ? null : asText(photo.caption);
    return [
      makeMedia({ url, otherUrls, kind: 'image', alt, width: asNumber(photo.width), height: asNumber(photo.height) }),
    ];
  });
}

/** A film or recording of the blog's own is in the markup of its player; one from elsewhere is an address. */
function readPlayer(post: JsonObject, kind: 'video' | 'audio', base: string): Pick<Content, 'media' | 'links'> {
  const player = asText(post[`${kind}-player`]) ?? '';
  const found = htmlMedia(player, base).filter((medium) => medium.kind === kind);
  const file = /audio_file=[^"&]+/.exec(player)?.[0];
  const sound = file === undefined ? null : asUrl(new URLSearchParams(file).get('audio_file'), base);
  const frames = load(player, null, false)('iframe[src]').toArray();
  const named = [post[`${kind}-source`], ...frames.map((frame) => frame.attribs.src)];
  return {
    media: found.length === 0 && sound !== null ? [makeMedia({ url: sound, kind: 'audio' })] : found,
    links: found.length > 0 ? [] : named.map((url) => asUrl(url, base)).filter((url) => url !== null),
  };
}

export function readBlog(tumblelog: unknown): FoundPost['author'] {
  const blog = asObject(tumblelog);
  const handle = asText(blog?.name);
  if (blog === undefined || handle === null) return null;
  return {
    id: asText(blog.uuid),
    handle,
    name: asText(blog.title),
    url: asUrl(blog.url) ?? `https://${handle}.tumblr.com/`,
  };
}

/** The first post of the chain; where the interface does not know it, the one it came from. */
function readOriginal(post: JsonObject): PostReference | null {
  for (const step of ['root', 'from']) {
    const url = asUrl(post[`reblogged-${step}-url`]);
    const name = asText(post[`reblogged-${step}-name`]);
    if (url === null && name === null) continue;
    const title = asText(post[`reblogged-${step}-title`]);
    const author = name === null ? null : { id: null, handle: name, name: title, url: `https://${name}.tumblr.com/` };
    return {
      id:
        /\/post\/(\d+)|\/(\d{6,})(?:\/|$)/
          .exec(url ?? '')
          ?.slice(1)
          .find(Boolean) ?? null,
      url,
      author,
      text: null,
    };
  }
  return null;
}

/** What the blog itself wrote below what it passed on: everything behind the last quoted block. */
function addedWords(html: string): string | null {
  const $ = load(html, null, false);
  const last = $.root().children('blockquote').last();
  if (last.length === 0) return null;
  const added = last
    .nextAll()
    .toArray()
    .map((element) => $.html(element))
    .join('');
  const { text } = htmlToText(added);
  return text === '' ? null : text;
}

/** Posts of the new editor carry each block that HTML has no word for as data beside it. */
function readPoll(html: string): FoundPost['poll'] {
  if (!html.includes('data-npf')) return null;
  const $ = load(html, null, false);
  for (const element of $('[data-npf]')) {
    const poll = readNpfPoll(parseJson($(element).attr('data-npf') ?? ''));
    if (poll !== null) return poll;
  }
  return null;
}
