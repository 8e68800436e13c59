import type { Finding } from '../../model/finding.ts';
import { makeMedia, makePost } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asObject, asText, asTime, asUrl, at, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { isSameName } from '../reading/own-account.ts';
import { dataScripts } from '../reading/page-scripts.ts';
import type { Had } from './read-graphql.ts';
import { readTweet, type XContext } from './x-tweet.ts';

/**
 * What the embedding services give: `cdn.syndication.twimg.com/tweet-result` one post, and `timeline-profile` a page with
 * the newest ones in its `__NEXT_DATA__`. Both have the shape of the old interface, flat, with the user inside.
 */
export function* readSyndication(text: string, had: Had): Generator<Finding> {
  const found = [parseJson(text), ...[...dataScripts(text)].map(({ value }) => value)];
  for (const tweet of found.flatMap((value) => [...objectsWhere(value, isFlatTweet)])) {
    if (isSameName(asText(at(tweet, 'user', 'screen_name')), had.handle)) {
      yield { kind: 'post', post: readTweet(likeGraphql(tweet), contextOf(had)) };
    }
  }
}

function contextOf({ handle, origin, at: when }: Had): XContext {
  return { handle, origin, at: when, users: new Map(), tweets: new Map(), pinned: new Set() };
}

function isFlatTweet(object: JsonObject): boolean {
  const isText = typeof object.text === 'string' || typeof object.full_text === 'string';
  return isText && asText(object.id_str) !== null && asText(at(object, 'user', 'screen_name')) !== null;
}

function likeGraphql(tweet: JsonObject): JsonObject {
  const { user, quoted_tweet, quoted_status, retweeted_status, edit_control, card, note_tweet, ...legacy } = tweet;
  const inside = (other: unknown) =>
    asObject(other) === undefined ? {} : { result: likeGraphql(asObject(other) ?? {}) };
  const quoted = quoted_tweet ?? quoted_status;
  return {
    rest_id: tweet.id_str,
    core: { user_results: { result: { rest_id: at(user, 'id_str'), legacy: user } } },
    edit_control,
    card,
    ...(asObject(quoted) === undefined ? {} : { quoted_status_result: inside(quoted) }),
    legacy: {
      ...legacy,
      // A long post comes cut off, with nothing but the number of the rest.
      ...(note_tweet === undefined ? {} : { truncated: true }),
      ...(asObject(retweeted_status) === undefined ? {} : { retweeted_status_result: inside(retweeted_status) }),
    },
  };
}

/** A post's page as it is served to some: JSON-LD with the words and little else. */
export function* readPostPage(html: string, had: Had): Generator<Finding> {
  for (const { attributes, value } of dataScripts(html)) {
    if (attributes.type !== 'application/ld+json') continue;
    for (const posting of objectsWhere(value, (object) => object['@type'] === 'SocialMediaPosting')) {
      const id = asText(posting.identifier) ?? /status\/(\d+)/.exec(asText(posting.url) ?? '')?.[1] ?? null;
      const handle = asText(at(posting, 'author', 'additionalName'));
      if (id === null || !isSameName(handle, had.handle)) continue;
      yield { kind: 'post', post: readPosting(posting, id, had) };
    }
  }
}

function readPosting(posting: JsonObject, id: string, { handle, origin }: Had) {
  const text = asText(posting.articleBody) ?? '';
  const images = [posting.image, ...asList(posting.image)].flatMap(
    (one) => asUrl(one) ?? asUrl(at(one, 'contentUrl')) ?? [],
  );
  return makePost({
    platform: 'x',
    id,
    url: `${origin}/${handle}/status/${id}`,
    kind: 'post',
    author: {
      id: asText(at(posting, 'author', 'identifier')),
      handle,
      name: asText(at(posting, 'author', 'givenName')),
      url: `${origin}/${handle}`,
    },
    published: asTime(posting.datePublished) ?? asTime(posting.dateCreated),
    text,
    tags: hashtagsOf(text),
    media: images.map((url) => makeMedia({ url, kind: 'image' })),
    source: 'crawl',
    extent: 'part',
  });
}
