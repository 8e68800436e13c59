import {
  type FoundPost,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostPoll,
  type PostReference,
} from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asNumber, asObject, asText, asUnixTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { activityOf, actorOf, addressOfActivity, plainAddress, timeOfActivity } from './linkedin-urn.ts';
import type { LinkedinContext } from './read-guest.ts';
import { readVoyagerMedia } from './voyager-media.ts';
import { follow, type Included } from './voyager-table.ts';

export function isUpdate(object: JsonObject): boolean {
  return /(feed\.render\.UpdateV2|dash\.feed\.Update)$/.test(asText(object.$type) ?? '') && object.actor !== undefined;
}

export function activityOfUpdate(update: JsonObject): string | null {
  return activityOf(asText(at(update, 'updateMetadata', 'urn'))) ?? activityOf(asText(update.entityUrn));
}

export function actorOfUpdate(update: JsonObject, origin: string): PostAuthor | null {
  const address = asText(at(update, 'actor', 'navigationContext', 'actionTarget'));
  const actor = actorOf(address, origin);
  if (actor === null) return null;
  const name = asText(at(update, 'actor', 'name', 'text'));
  return {
    id: asText(at(update, 'actor', 'urn')),
    handle: actor.split('/')[1] ?? null,
    name,
    url: `${origin}/${actor}/`,
  };
}

export function textOfUpdate(update: JsonObject): string {
  return asText(at(update, 'commentary', 'text', 'text')) ?? asText(at(update, 'commentary', 'text')) ?? '';
}

/** @param update what `isUpdate` is true of, with an activity and an actor */
export function readUpdate(update: JsonObject, included: Included, context: LinkedinContext): FoundPost {
  const { origin } = context;
  const id = activityOfUpdate(update) ?? '';
  const text = textOfUpdate(update);
  const shared = sharedOf(update, included, origin);
  const content = asObject(update.content) ?? {};
  const counts = countsOf(update, id, included);
  const poll = pollOf(content);
  return makePost({
    platform: 'linkedin',
    id,
    url: plainAddress(at(update, 'socialContent', 'shareUrl'), origin) ?? addressOfActivity(id, origin),
    kind: shared === null ? 'post' : text === '' ? 'repost' : 'quote',
    author: actorOfUpdate(update, origin),
    published: timeOfActivity(id),
    title: poll === null ? null : asText(at(content, 'pollComponent', 'question', 'text')),
    text,
    links: linksOf(update, content, text, origin),
    tags: hashtagsOf(text),
    media: readVoyagerMedia(content, included),
    poll,
    quoteOf: text === '' ? null : shared,
    repostOf: text === '' ? shared : null,
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    source: 'crawl',
  });
}

function sharedOf(update: JsonObject, included: Included, origin: string): PostReference | null {
  const shared = follow(update, 'resharedUpdate', included);
  const named = asText(update['*resharedUpdate']);
  if (shared === undefined && named === null) return null;
  const id = (shared === undefined ? null : activityOfUpdate(shared)) ?? activityOf(named);
  return {
    id,
    url: id === null ? null : addressOfActivity(id, origin),
    author: shared === undefined ? null : actorOfUpdate(shared, origin),
    text: shared === undefined ? null : textOfUpdate(shared),
  };
}

function linksOf(update: JsonObject, content: JsonObject, text: string, origin: string): readonly string[] {
  const marks = [
    ...objectsOf(at(update, 'commentary', 'text', 'attributesV2')),
    ...objectsOf(at(update, 'commentary', 'text', 'attributes')),
  ];
  const marked = marks.flatMap((mark) => asUrl(at(mark, 'detailData', 'hyperlink')) ?? asUrl(mark.link) ?? []);
  const article = asText(at(content, 'articleComponent', 'navigationContext', 'actionTarget'));
  const all = [...marked, ...addressesIn(text), ...(article === null ? [] : [article])];
  return [...new Set(all.flatMap((address) => plainAddress(address, origin) ?? []))];
}

function countsOf(update: JsonObject, id: string, included: Included): PostCounts {
  const detail = follow(update, 'socialDetail', included);
  const counts =
    follow(detail, 'totalSocialActivityCounts', included) ??
    [...included.values()].find(
      (one) => /SocialActivityCounts$/.test(asText(one.$type) ?? '') && asText(one.urn) === `urn:li:activity:${id}`,
    );
  const found = {
    likes: counts?.numLikes,
    replies: counts?.numComments,
    reposts: counts?.numShares,
    views: counts?.numImpressions,
  };
  const known = Object.entries(found).flatMap(([name, value]) => {
    const count = asNumber(value);
    return count === null ? [] : [[name, count] as const];
  });
  return Object.fromEntries(known);
}

function pollOf(content: JsonObject): PostPoll | null {
  const poll = asObject(content.pollComponent);
  const options = objectsOf(at(poll, 'pollSummary', 'pollOptions') ?? poll?.pollOptions).flatMap((option) => {
    const text = asText(at(option, 'option', 'text')) ?? asText(option.option);
    return text === null ? [] : [{ text, votes: asNumber(option.voteCount) }];
  });
  if (options.length === 0) return null;
  const voters = asNumber(at(poll, 'pollSummary', 'uniqueVotersCount')) ?? asNumber(poll?.uniqueVotersCount);
  return { options, endsAt: null, voters };
}

export function isVoyagerComment(object: JsonObject): boolean {
  return /\.Comment$/.test(asText(object.$type) ?? '') && object.commenter !== undefined;
}

/** `urn:li:comment:(activity:7123…,7124…)`, or `urn:li:fsd_comment:(7124…,urn:li:activity:7123…)`. */
export function readVoyagerComment(comment: JsonObject, context: LinkedinContext): FoundPost | undefined {
  const urn = asText(comment.urn) ?? asText(comment.entityUrn) ?? '';
  const post = activityOf(urn);
  const id = /,(\d{10,20})\)$/.exec(urn)?.[1] ?? /_comment:\((\d{10,20}),/.exec(urn)?.[1];
  if (post === null || id === undefined) return undefined;
  const actor = actorOf(asText(at(comment, 'commenter', 'navigationUrl')), context.origin);
  const name = asText(at(comment, 'commenter', 'title', 'text'));
  const isOwn = actor === context.account;
  const handle = actor?.split('/')[1] ?? null;
  return makePost({
    platform: 'linkedin',
    id,
    kind: isOwn ? 'reply' : 'comment',
    author: { id: null, handle, name, url: actor === null ? null : `${context.origin}/${actor}/` },
    isOwn,
    published: asUnixTime(comment.createdAt) ?? timeOfActivity(id),
    text: asText(at(comment, 'commentary', 'text')) ?? asText(at(comment, 'commentV2', 'text')) ?? '',
    replyTo: { id: post, url: addressOfActivity(post, context.origin), author: null, text: null },
    thread: post,
    source: 'crawl',
  });
}
