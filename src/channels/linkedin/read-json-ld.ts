import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostAuthor } from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import { objectsOf, objectsWhere } from '../reading/json-objects.ts';
import { asList, asNumber, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { dataScripts } from '../reading/page-scripts.ts';
import { activityOf, actorOf, addressOfActivity, plainAddress } from './linkedin-urn.ts';
import type { LinkedinContext } from './read-guest.ts';

const postings = /^(DiscussionForumPosting|SocialMediaPosting)$/;

/** JSON-LD of a page as visitors get it: the account, the newest posts, on a post's page its comments. */
export function* readJsonLd(html: string, context: LinkedinContext): Generator<Finding> {
  const scripts = [...dataScripts(html)].filter(({ attributes }) => attributes.type === 'application/ld+json');
  for (const { value } of scripts) {
    for (const account of objectsWhere(value, isAccount)) {
      if (actorOf(asText(account.url), context.origin) === context.account) yield accountOf(account, context);
    }
    for (const posting of objectsWhere(value, (object) => postings.test(asText(object['@type']) ?? ''))) {
      yield* readPosting(posting, context);
    }
  }
}

function isAccount(object: JsonObject): boolean {
  return /^(Organization|Person)$/.test(asText(object['@type']) ?? '') && 'description' in object;
}

function accountOf(account: JsonObject, { account: name, origin }: LinkedinContext): Finding {
  return {
    kind: 'profile',
    profile: {
      id: null,
      handle: name.split('/')[1] ?? null,
      name: asText(account.name),
      bio: asText(account.description) ?? asText(account.slogan),
      url: `${origin}/${name}/`,
      avatarUrl: asUrl(at(account, 'logo', 'contentUrl')) ?? asUrl(at(account, 'image', 'contentUrl')),
      followers: asNumber(at(account, 'interactionStatistic', 'userInteractionCount')),
      following: null,
      since: null,
      state: 'open',
    },
  };
}

function* readPosting(posting: JsonObject, context: LinkedinContext): Generator<Finding> {
  const { origin, account } = context;
  const names = [posting['@id'], posting.url, posting.mainEntityOfPage].flatMap((name) => asText(name) ?? []);
  const id = names.map(activityOf).find((found) => found !== null) ?? activityOf(context.url);
  const url = names.flatMap((name) => (/\/posts\//.test(name) ? (plainAddress(name, origin) ?? []) : []))[0];
  if (actorOf(asText(at(posting, 'author', 'url')), origin) !== account || (id === null && url === undefined)) return;
  const post = postOf(posting, { id: id ?? url ?? '', url: url ?? addressOfActivity(id ?? '', origin) }, context);
  yield { kind: 'post', post };
  for (const comment of objectsOf(posting.comment)) {
    const read = commentOf(comment, post.id, context);
    if (read !== undefined) yield { kind: 'post', post: read };
  }
}

function authorOf(author: unknown, origin: string): PostAuthor | null {
  const actor = actorOf(asText(at(author, 'url')), origin);
  const name = asText(at(author, 'name'));
  if (actor === null && name === null) return null;
  const handle = actor?.split('/')[1] ?? null;
  return { id: null, handle, name, url: actor === null ? null : `${origin}/${actor}/` };
}

function postOf(
  posting: JsonObject,
  { id, url }: { readonly id: string; readonly url: string },
  { origin, at: when }: LinkedinContext,
): FoundPost {
  const text = asText(posting.articleBody) ?? asText(posting.text) ?? '';
  const pictures = [posting.image, ...asList(posting.image)].flatMap(
    (one) => asUrl(at(one, 'url')) ?? asUrl(one) ?? [],
  );
  const likes = statistic(posting, 'LikeAction');
  const replies = asNumber(posting.commentCount) ?? statistic(posting, 'CommentAction');
  const counts = { ...(likes === null ? {} : { likes }), ...(replies === null ? {} : { replies }) };
  return makePost({
    platform: 'linkedin',
    id,
    url,
    kind: 'post',
    author: authorOf(posting.author, origin),
    published: asTime(posting.datePublished),
    text,
    links: addressesIn(text),
    tags: hashtagsOf(text),
    media: [...new Set(pictures)].map((picture) => makeMedia({ kind: 'image', url: picture })),
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : when,
    source: 'crawl',
    // It has one picture of several, no film, and does not say what was shared.
    extent: 'part',
  });
}

function statistic(posting: JsonObject, action: string): number | null {
  const all = [posting.interactionStatistic, ...asList(posting.interactionStatistic)];
  const found = all.find((one) => (asText(at(one, 'interactionType')) ?? '').endsWith(action));
  return asNumber(at(found, 'userInteractionCount'));
}

/** Comments have no number here; their instant tells them apart. */
function commentOf(comment: JsonObject, post: string, context: LinkedinContext): FoundPost | undefined {
  const text = asText(comment.text);
  const published = asTime(comment.datePublished);
  const author = authorOf(comment.author, context.origin);
  if (text === null || published === null || author === null) return undefined;
  const isOwn = author.url !== null && actorOf(author.url, context.origin) === context.account;
  return makePost({
    platform: 'linkedin',
    id: `${post}/comment/${Date.parse(published)}`,
    kind: isOwn ? 'reply' : 'comment',
    author,
    isOwn,
    published,
    text,
    replyTo: { id: post, url: null, author: null, text: null },
    thread: post,
    source: 'crawl',
  });
}
