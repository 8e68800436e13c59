import type { Finding } from '../../model/finding.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostCounts,
  type PostMedia,
  type PostPoll,
} from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';

/** The pages have the names in camel case, the interface in snake case. */
function field(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

export function isNpfPost(object: JsonObject): boolean {
  return field(object, 'objectType') === 'post' && Array.isArray(object.content) && asText(object.id) !== null;
}

/** Whose post it is, as the platform compares names. */
export const npfBlog = (post: JsonObject): string =>
  (asText(field(post, 'blogName')) ?? asText(at(post, 'blog', 'name')) ?? '').toLowerCase();

/**
 * A post as www.tumblr.com has it in its pages and loads it: blocks of text, pictures, films.
 * @see https://www.tumblr.com/docs/npf
 * @param countedAt when it was read, UTC ISO 8601
 */
export function readNpfPost(post: JsonObject, countedAt: string): Finding {
  const own = asList(post.content);
  const blocks = [...asList(post.trail).flatMap((step) => asList(at(step, 'content'))), ...own];
  const original = readOriginal(post);
  const isQuote = original !== null && own.length > 0;
  const shown = isQuote ? own : blocks;
  const counts = readCounts(post);
  return {
    kind: 'post',
    post: makePost({
      platform: 'tumblr',
      id: asText(field(post, 'idString')) ?? asText(post.id) ?? '',
      url: asUrl(field(post, 'postUrl')),
      source: 'crawl',
      kind: isQuote ? 'quote' : original !== null ? 'repost' : shown.some(isFilm) ? 'video' : 'post',
      author: readAuthor(post),
      published: asUnixTime(post.timestamp),
      text: textOf(shown),
      media: blocks.flatMap(readMedia),
      links: linksOf(blocks),
      repostOf: isQuote ? null : original,
      quoteOf: isQuote ? original : null,
      tags: asList(post.tags).flatMap((tag) => asText(tag) ?? []),
      poll: blocks.map(readNpfPoll).find((poll) => poll !== null) ?? null,
      counts,
      countedAt: Object.keys(counts).length === 0 ? null : countedAt,
      isPinned: field(post, 'isPinned') === true,
      extent: blocks.some((block) => at(block, 'type') === 'paywall') ? 'part' : 'whole',
    }),
  };
}

function readAuthor(post: JsonObject): FoundPost['author'] {
  const handle = npfBlog(post);
  return handle === '' ? null : { id: null, handle, name: null, url: asUrl(at(post, 'blog', 'url')) };
}

const isFilm = (block: unknown): boolean => at(block, 'type') === 'video';

function textOf(blocks: readonly unknown[]): string {
  return blocks
    .map(asObject)
    .flatMap((block) => (block === undefined ? [] : [lineOf(block)]))
    .filter((line) => line !== '')
    .join('\n\n');
}

function lineOf(block: JsonObject): string {
  if (block.type === 'text') return asText(block.text) ?? '';
  if (block.type === 'link') return [block.title, block.description].flatMap((line) => asText(line) ?? []).join('\n');
  return block.type === 'poll' ? (asText(block.question) ?? '') : '';
}

function linksOf(blocks: readonly unknown[]): readonly string[] {
  const inText = blocks.flatMap((block) => asList(at(block, 'formatting')).map((format) => asUrl(at(format, 'url'))));
  const cards = blocks.filter((block) => at(block, 'type') === 'link').map((block) => asUrl(at(block, 'url')));
  return [...new Set([...inText, ...cards].filter((url) => url !== null))];
}

function readMedia(value: unknown): readonly PostMedia[] {
  const block = asObject(value);
  const kind = { image: 'image', video: 'video', audio: 'audio' }[asText(block?.type) ?? ''] as
    | PostMedia['kind']
    | undefined;
  if (block === undefined || kind === undefined) return [];
  const forms = (Array.isArray(block.media) ? block.media : [block.media])
    .map(asObject)
    .filter((form) => form !== undefined)
    .map((form) => ({ form, url: asUrl(form.url), width: asNumber(form.width) ?? 0 }))
    .sort((a, b) => b.width - a.width);
  const [best, ...others] = forms.filter((form) => form.url !== null);
  if (best === undefined || best.url === null) return [];
  return [
    makeMedia({
      url: best.url,
      otherUrls: others.flatMap(({ url }) => url ?? []),
      kind,
      mime: asText(best.form.type),
      alt: asText(field(block, 'altText')),
      width: asNumber(best.form.width),
      height: asNumber(best.form.height),
    }),
  ];
}

/** The poll in a block; null for any other block. */
export function readNpfPoll(block: unknown): PostPoll | null {
  const poll = asObject(block);
  if (poll?.type !== 'poll') return null;
  const options = asList(poll.answers).flatMap((answer) => {
    const text = asText(field(asObject(answer) ?? {}, 'answerText'));
    return text === null ? [] : [{ text, votes: null }];
  });
  return { options, endsAt: null, voters: null };
}

/** What it passes on, as the first of the chain; null for a post of the blog's own. */
function readOriginal(post: JsonObject): FoundPost['repostOf'] {
  const first = asList(post.trail)[0];
  const named = asText(field(post, 'rebloggedRootName')) ?? asText(field(post, 'rebloggedFromName'));
  if (first === undefined && named === null) return null;
  const handle = named ?? asText(at(first, 'blog', 'name')) ?? asText(at(first, 'brokenBlog', 'name'));
  const text = textOf(asList(at(first, 'content')));
  return {
    id: asText(field(post, 'rebloggedRootId')) ?? asText(at(first, 'post', 'id')),
    url: asUrl(field(post, 'rebloggedRootUrl')),
    author: handle === null ? null : { id: null, handle, name: null, url: `https://${handle}.tumblr.com/` },
    text: text === '' ? null : text,
  };
}

function readCounts(post: JsonObject): PostCounts {
  const likes = asNumber(field(post, 'likeCount'));
  const reposts = asNumber(field(post, 'reblogCount'));
  const replies = asNumber(field(post, 'replyCount'));
  return {
    ...(likes === null ? {} : { likes }),
    ...(reposts === null ? {} : { reposts }),
    ...(replies === null ? {} : { replies }),
  };
}
