import { makePost, type Post } from '../model/post.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const withFields =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const author = withFields({ id: orNull(text), handle: orNull(text), name: orNull(text), url: orNull(text) });

const reference = withFields({ id: orNull(text), url: orNull(text), author: orNull(author), text: orNull(text) });

const place = withFields({ url: text, record: text, file: text, offsetBytes: number, lengthBytes: number, at: text });

const medium = withFields({
  url: text,
  otherUrls: listOf(text),
  kind: oneOf('image', 'video', 'audio', 'file'),
  mime: orNull(text),
  alt: orNull(text),
  width: orNull(number),
  height: orNull(number),
  durationMs: orNull(number),
  sha256: orNull(text),
  archive: orNull(place),
});

const poll = withFields({
  options: listOf(withFields({ text, votes: orNull(number) })),
  endsAt: orNull(text),
  voters: orNull(number),
});

const counts: Check = (value) => isObject(value) && Object.values(value).every(number);

/** Names of kinds, platforms and the like are not held against a list: a newer Lastpost may know more of them. */
const post = withFields({
  platform: text,
  id: text,
  url: orNull(text),
  kind: text,
  author: orNull(author),
  isOwn: flag,
  published: orNull(text),
  edited: orNull(text),
  title: orNull(text),
  text,
  html: orNull(text),
  lang: orNull(text),
  warning: orNull(text),
  media: listOf(medium),
  links: listOf(text),
  replyTo: orNull(reference),
  quoteOf: orNull(reference),
  repostOf: orNull(reference),
  thread: orNull(text),
  tags: listOf(text),
  poll: orNull(poll),
  counts,
  countedAt: orNull(text),
  isPinned: flag,
  visibility: text,
  source: text,
  extent: text,
  channel: orNull(text),
  archive: orNull(place),
});

/** What nothing can be filled in for. */
const named = withFields({ platform: text, id: text, kind: text, source: text });

/**
 * One line of `posts/posts.jsonl`, which may come from anybody's file. What a line does not say at all is filled in as
 * unknown; a whole one is given as it stands.
 * @returns undefined when it is no post
 */
export function readPost(line: string): Post | undefined {
  const json = parse(line);
  if (post(json)) return json as Post;
  if (!isObject(json) || !named(json)) return undefined;
  const filled = { ...makePost(json as never), channel: null, archive: null, ...json };
  return post(filled) ? (filled as unknown as Post) : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
