import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import {
  type FoundPost,
  makePost,
  type PostAuthor,
  type PostMedia,
  type PostPoll,
  type PostReference,
} from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asList, asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { isOwnEntry } from './account.ts';
import { readRedditMedia } from './read-media.ts';

export interface ThingPlace {
  readonly place: ChannelPlace;
  /** When it was read, UTC ISO 8601. */
  readonly at: string;
}

/**
 * A post (`t3`) or comment (`t1`) as every listing has it, with the comments below.
 * @see https://www.reddit.com/dev/api, https://github.com/mikf/gallery-dl (extractor/reddit.py)
 */
export function* readThing(thing: unknown, where: ThingPlace): Generator<Finding> {
  const kind = at(thing, 'kind');
  const data = asObject(at(thing, 'data'));
  if (kind !== 't1' && kind !== 't3') return;
  const id = asText(data?.name) ?? (asText(data?.id) === null ? null : `${kind}_${asText(data?.id)}`);
  if (data === undefined || id === null) {
    yield { kind: 'unreadable', id: null, where: where.place.url, message: 'An entry of the list has no name.' };
    return;
  }
  yield kind === 't3' ? readPost(data, id, where) : readComment(data, id, where);
  for (const reply of asList(at(data.replies, 'data', 'children'))) yield* readThing(reply, where);
}

const base = ({ place }: ThingPlace): string => new URL(place.url).origin;
const isGone = (text: unknown): boolean => text === '[removed]' || text === '[deleted]';

function readPost(data: JsonObject, id: string, where: ThingPlace): Finding {
  const url = asUrl(data.permalink, base(where));
  const removal = asText(data.removed_by_category);
  if (removal !== null || isGone(data.selftext)) {
    const who = removal === 'deleted' || data.selftext === '[deleted]' ? 'its author' : (removal ?? 'the moderators');
    return { kind: 'gone', id, url, message: `"${asText(data.title) ?? id}" was taken down by ${who}.` };
  }
  const original = asObject(asList(data.crosspost_parent_list)[0]);
  const author = asText(data.author);
  const community = asText(data.subreddit);
  const { text, links, html } = bodyOf(data.selftext_html, data.selftext, base(where));
  const media = readRedditMedia(original ?? data);
  const flair = asText(data.link_flair_text);
  return {
    kind: 'post',
    post: makePost({
      platform: 'reddit',
      id,
      url,
      source: 'api',
      kind: original !== undefined ? 'repost' : data.is_video === true ? 'video' : 'post',
      author: authorOf(author, data.author_fullname, where),
      isOwn: isOwnEntry(where.place, { author, community, isComment: false }),
      published: asUnixTime(data.created_utc),
      edited: asUnixTime(data.edited),
      title: asText(data.title),
      text,
      html,
      warning: warningOf(data),
      media,
      links: [...linkedFrom(data, media, where), ...links],
      repostOf: original === undefined ? null : referenceTo(original, where),
      tags: flair === null ? [] : [flair],
      poll: readPoll(data.poll_data),
      ...countsOf(data, where.at),
      isPinned: data.stickied === true || data.pinned === true,
    }),
  };
}

/** What a post that is a link links to; its own pictures, film and page are no links. */
function linkedFrom(data: JsonObject, media: readonly PostMedia[], where: ThingPlace): readonly string[] {
  const linked = data.is_self === true ? null : asUrl(data.url_overridden_by_dest ?? data.url, base(where));
  const isOwnMedium = media.some(({ url, otherUrls }) => [url, ...otherUrls].includes(linked ?? ''));
  return linked === null || isOwnMedium || /\/(gallery|comments)\/|\/\/v\.redd\.it\//.test(linked) ? [] : [linked];
}

function readComment(data: JsonObject, id: string, where: ThingPlace): Finding {
  const url = asUrl(data.permalink, base(where));
  if (isGone(data.body)) {
    const who = data.body === '[removed]' ? 'the moderators' : 'its author';
    return { kind: 'gone', id, url, message: `The comment ${id} was taken down by ${who}.` };
  }
  const author = asText(data.author);
  const isOwn = isOwnEntry(where.place, { author, community: asText(data.subreddit), isComment: true });
  const { text, links, html } = bodyOf(data.body_html, data.body, base(where));
  const parent = asText(data.parent_id);
  return {
    kind: 'post',
    post: makePost({
      platform: 'reddit',
      id,
      url,
      source: 'api',
      kind: isOwn ? 'reply' : 'comment',
      isOwn,
      author: authorOf(author, data.author_fullname, where),
      published: asUnixTime(data.created_utc),
      edited: asUnixTime(data.edited),
      text,
      html,
      links,
      replyTo: parent === null ? null : { id: parent, url: null, author: null, text: null },
      thread: asText(data.link_id),
      ...countsOf(data, where.at),
      isPinned: data.stickied === true,
    }),
  };
}

/** Unless one asks for `raw_json`, markup comes as text of its own, with every sign escaped. */
function bodyOf(
  markup: unknown,
  plain: unknown,
  address: string,
): { text: string; links: readonly string[]; html: string | null } {
  const given = asText(markup);
  const html = given?.startsWith('&lt;') === true ? htmlToText(given).text : given;
  if (html === null) return { text: asText(plain) ?? '', links: [], html: null };
  return { ...htmlToText(html, address), html };
}

function authorOf(name: string | null, id: unknown, where: ThingPlace): PostAuthor | null {
  if (name === null || name === '[deleted]') return null;
  return { id: asText(id), handle: name, name: null, url: `${base(where)}/user/${name}/` };
}

function referenceTo(data: JsonObject, where: ThingPlace): PostReference {
  return {
    id: asText(data.name) ?? (asText(data.id) === null ? null : `t3_${asText(data.id)}`),
    url: asUrl(data.permalink, base(where)),
    author: authorOf(asText(data.author), data.author_fullname, where),
    text: [asText(data.title), asText(data.selftext)].filter(Boolean).join('\n\n') || null,
  };
}

function warningOf(data: JsonObject): string | null {
  const said = [data.over_18 === true ? 'NSFW' : '', data.spoiler === true ? 'Spoiler' : ''].filter(
    (word) => word !== '',
  );
  return said.length === 0 ? null : said.join(', ');
}

function countsOf(data: JsonObject, countedAt: string): Pick<FoundPost, 'counts' | 'countedAt'> {
  const likes = asNumber(data.score);
  const replies = asNumber(data.num_comments);
  const reposts = asNumber(data.num_crossposts);
  const counts = {
    ...(likes === null ? {} : { likes }),
    ...(replies === null ? {} : { replies }),
    ...(reposts === null ? {} : { reposts }),
  };
  return { counts, countedAt: Object.keys(counts).length === 0 ? null : countedAt };
}

/** Votes are shown to those who voted, and when it is over. */
function readPoll(value: unknown): PostPoll | null {
  const poll = asObject(value);
  if (poll === undefined) return null;
  const options = asList(poll.options).flatMap((option) => {
    const text = asText(at(option, 'text'));
    return text === null ? [] : [{ text, votes: asNumber(at(option, 'vote_count')) }];
  });
  return { options, endsAt: asUnixTime(poll.voting_end_timestamp), voters: asNumber(poll.total_vote_count) };
}
