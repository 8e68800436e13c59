import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia, type PostPoll } from '../../model/post.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asObject, asText, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { readShownCount } from '../reading/shown-count.ts';
import { largest, linksIn, shownText, tagsIn } from './innertube.ts';

const shapes = new Set(['backstagePostRenderer', 'sharedPostRenderer']);

/** Posts of a channel's community tab. Their dates are words only ("2 months ago"). */
export function* readCommunity(value: unknown, origin: string, countedAt: string): Generator<Finding> {
  for (const item of objectsWhere(value, (_, key) => shapes.has(key))) {
    const id = asText(item.postId);
    if (id === null) {
      yield { kind: 'unreadable', id: null, where: origin, message: 'A post of the community tab has no number.' };
      continue;
    }
    yield { kind: 'post', post: postOf(item, id, origin, countedAt) };
    yield { kind: 'listed', listed: { id, url: `${origin}/post/${id}`, published: null, list: 'posts', kind: 'post' } };
  }
}

function postOf(item: JsonObject, id: string, origin: string, countedAt: string): FoundPost {
  const said = item.contentText ?? item.content;
  const shared = asObject(at(item.originalPost, 'backstagePostRenderer'));
  const likes = readShownCount(shownText(item.voteCount))?.count;
  const button = at(item, 'actionButtons', 'commentActionButtonsRenderer', 'replyButton', 'buttonRenderer', 'text');
  const replies = readShownCount(shownText(button))?.count;
  const film = asText(at(item.backstageAttachment, 'videoRenderer', 'videoId'));
  return makePost({
    platform: 'youtube',
    id,
    source: 'crawl',
    kind: shared === undefined ? 'post' : shownText(said) === '' ? 'repost' : 'quote',
    url: `${origin}/post/${id}`,
    author: authorOf(item, origin),
    text: shownText(said),
    media: picturesOf(item.backstageAttachment, origin),
    links: [...linksIn(said, origin), ...(film === null ? [] : [`${origin}/watch?v=${film}`])],
    ...passedOn(shared, shownText(said) === '', origin),
    tags: tagsIn(said),
    poll: pollOf(item.backstageAttachment),
    counts: { ...(likes === undefined ? {} : { likes }), ...(replies === undefined ? {} : { replies }) },
    countedAt: likes === undefined && replies === undefined ? null : countedAt,
    isPinned: item.pinnedText !== undefined,
  });
}

function passedOn(
  shared: JsonObject | undefined,
  isBare: boolean,
  origin: string,
): Pick<FoundPost, 'repostOf' | 'quoteOf'> {
  if (shared === undefined) return { repostOf: null, quoteOf: null };
  const id = asText(shared.postId);
  const reference = {
    id,
    url: id === null ? null : `${origin}/post/${id}`,
    author: authorOf(shared, origin),
    text: shownText(shared.contentText),
  };
  return { repostOf: isBare ? reference : null, quoteOf: isBare ? null : reference };
}

function authorOf(item: JsonObject, origin: string): FoundPost['author'] {
  const name = shownText(item.authorText ?? item.displayName);
  const endpoint = item.authorEndpoint ?? item.endpoint;
  const id = asText(at(endpoint, 'browseEndpoint', 'browseId'));
  const path = asText(at(endpoint, 'browseEndpoint', 'canonicalBaseUrl'));
  if (name === '' && id === null) return null;
  return {
    id,
    handle: /^\/@(.+)$/.exec(path ?? '')?.[1] ?? null,
    name: name === '' ? null : name,
    url: asUrl(path ?? undefined, origin),
  };
}

/** Pictures are served in any size that one writes behind `=s`; 0 is the size they were uploaded in. */
function picturesOf(attachment: unknown, origin: string): readonly PostMedia[] {
  const several = asList(at(attachment, 'postMultiImageRenderer', 'images'));
  const images = several.length > 0 ? several : [attachment];
  return images.flatMap((image) => {
    const still = largest(at(image, 'backstageImageRenderer', 'image'), origin);
    if (still === undefined) return [];
    const isSized =
      /(^|\.)(ggpht|googleusercontent)\.com$/.test(new URL(still.url).hostname) && /=[swh]\d+[^/]*$/.test(still.url);
    const { width, height } = still;
    if (!isSized) return [makeMedia({ ...still, kind: 'image' })];
    return [
      makeMedia({
        url: still.url.replace(/=[swh]\d+[^/]*$/, '=s0'),
        otherUrls: [still.url, ...still.otherUrls],
        kind: 'image',
        width,
        height,
      }),
    ];
  });
}

/** Polls and quizzes; who voted for what is shown to those who voted. */
function pollOf(attachment: unknown): PostPoll | null {
  const poll = asObject(at(attachment, 'pollRenderer')) ?? asObject(at(attachment, 'quizRenderer'));
  if (poll === undefined) return null;
  const options = asList(poll.choices).map((choice) => ({
    text: shownText(at(choice, 'text')),
    votes: readShownCount(shownText(at(choice, 'numVotes')) || (asText(at(choice, 'numVotes')) ?? ''))?.count ?? null,
  }));
  return { options, endsAt: null, voters: readShownCount(shownText(poll.totalVotes))?.count ?? null };
}
