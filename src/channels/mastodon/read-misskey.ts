import type { Finding } from '../../model/finding.ts';
import { type FoundPost, makeMedia, makePost, type PostMedia, type PostReference } from '../../model/post.ts';
import { asList, asNumber, asObject, asText, asTime, asUrl, at, type JsonObject } from '../reading/json-reader.ts';
import { countedKinds } from './read-account.ts';
import type { Server } from './server.ts';

const visibilities = new Map<unknown, FoundPost['visibility']>([
  ['public', 'public'],
  ['home', 'unlisted'],
  ['followers', 'followers'],
  ['specified', 'private'],
]);

function isOwnUser(user: unknown, server: Server): boolean {
  const host = asText(at(user, 'host'));
  return asText(at(user, 'username'))?.toLowerCase() === server.user && (host === null || host === server.domain);
}

/**
 * What the pages of Misskey and its relatives load with POST below /api: notes, and the user they belong to.
 * @see https://misskey-hub.net/docs/for-developers/api/
 */
export function* readMisskey(value: unknown, server: Server, readAt: string | null): Generator<Finding> {
  for (const item of Array.isArray(value) ? value : [value]) {
    const object = asObject(item);
    if (object === undefined) continue;
    if (object.username !== undefined && isOwnUser(object, server)) yield* readUser(object, server);
    else if (asObject(object.user) !== undefined) yield* readNote(object, server, readAt);
  }
}

function* readUser(user: JsonObject, { base }: Server): Generator<Finding> {
  const handle = asText(user.username);
  yield {
    kind: 'profile',
    profile: {
      id: asText(user.id),
      handle,
      name: asText(user.name),
      bio: asText(user.description),
      url: `${base}/@${handle}`,
      avatarUrl: asUrl(user.avatarUrl),
      followers: asNumber(user.followersCount),
      following: asNumber(user.followingCount),
      since: asTime(user.createdAt),
      state: user.isSuspended === true ? 'suspended' : asText(user.movedTo) === null ? 'open' : 'moved',
    },
  };
  const count = asNumber(user.notesCount);
  if (count === null || user.isSuspended === true) return;
  yield { kind: 'claim', claim: { name: 'notesCount', count, kinds: countedKinds, reach: 'more-hidden' } };
  for (const note of asList(user.pinnedNotes)) {
    const pinned = asObject(note);
    if (pinned !== undefined)
      yield* readNote(pinned, { base, user: handle?.toLowerCase() ?? '', domain: '' }, null, true);
  }
}

function* readNote(note: JsonObject, server: Server, readAt: string | null, isPinned = false): Generator<Finding> {
  const id = asText(note.id);
  const isOwn = isOwnUser(note.user, server);
  const answered = asObject(note.reply);
  // Of others only what they answered to the account is kept.
  if (!isOwn && !isOwnUser(answered?.user, server)) return;
  if (id === null) {
    return yield { kind: 'unreadable', id: null, where: server.base, message: 'A note of Misskey without an id.' };
  }
  const hasOwnWords = asText(note.text) !== null || asList(note.files).length > 0 || asObject(note.poll) !== undefined;
  const passed = refer(note.renote, note.renoteId, server);
  const replyTo = refer(note.reply, note.replyId, server);
  const counts = readCounts(note);
  yield {
    kind: 'post',
    post: makePost({
      platform: 'mastodon',
      id,
      url: `${server.base}/notes/${id}`,
      kind: kindOf({ isOwn, isRepost: passed !== null && !hasOwnWords, isQuote: passed !== null, replyTo, server }),
      author: authorOf(note.user, server),
      isOwn,
      published: asTime(note.createdAt),
      edited: asTime(note.updatedAt),
      text: asText(note.text) ?? '',
      warning: asText(note.cw),
      media: asList(note.files).flatMap(readFile),
      links: (asText(note.text) ?? '').match(/https?:\/\/[^\s<>()"]+/g) ?? [],
      replyTo,
      quoteOf: hasOwnWords ? passed : null,
      repostOf: hasOwnWords ? null : passed,
      thread: asText(note.threadId),
      tags: asList(note.tags).flatMap((tag) => asText(tag) ?? []),
      poll: readPoll(note.poll),
      counts,
      countedAt: readAt === null || Object.keys(counts).length === 0 ? null : readAt,
      isPinned,
      visibility: visibilities.get(note.visibility) ?? 'unknown',
      source: 'crawl',
    }),
  };
}

interface NoteFacts {
  readonly isOwn: boolean;
  readonly isRepost: boolean;
  readonly isQuote: boolean;
  readonly replyTo: PostReference | null;
  readonly server: Server;
}

function kindOf({ isOwn, isRepost, isQuote, replyTo, server }: NoteFacts): FoundPost['kind'] {
  if (!isOwn) return 'comment';
  if (isRepost) return 'repost';
  if (isQuote) return 'quote';
  return replyTo === null || replyTo.author?.handle?.toLowerCase() === server.user ? 'post' : 'reply';
}

function authorOf(value: unknown, { base }: Server): FoundPost['author'] {
  const user = asObject(value);
  const name = asText(user?.username);
  if (user === undefined || name === null) return null;
  const host = asText(user.host);
  const handle = host === null ? name : `${name}@${host}`;
  return { id: asText(user.id), handle, name: asText(user.name), url: `${base}/@${handle}` };
}

function refer(value: unknown, id: unknown, server: Server): PostReference | null {
  const note = asObject(value);
  const name = asText(note?.id) ?? asText(id);
  if (name === null) return null;
  const url = asUrl(note?.url) ?? asUrl(note?.uri) ?? `${server.base}/notes/${name}`;
  return { id: name, url, author: authorOf(note?.user, server), text: asText(note?.text) };
}

function readFile(value: unknown): readonly PostMedia[] {
  const file = asObject(value);
  const url = asUrl(file?.url);
  if (file === undefined || url === null) return [];
  const mime = asText(file.type);
  const family = mime?.split('/')[0];
  const kind = family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
  const thumbnail = asUrl(file.thumbnailUrl);
  const alt = asText(file.comment);
  const width = asNumber(at(file, 'properties', 'width'));
  const height = asNumber(at(file, 'properties', 'height'));
  const otherUrls = kind === 'image' && thumbnail !== null && thumbnail !== url ? [thumbnail] : [];
  return [makeMedia({ url, otherUrls, kind, mime, alt, width, height })];
}

function readPoll(value: unknown): FoundPost['poll'] {
  const poll = asObject(value);
  if (poll === undefined) return null;
  const options = asList(poll.choices).flatMap((choice) => {
    const text = asText(at(choice, 'text'));
    return text === null ? [] : [{ text, votes: asNumber(at(choice, 'votes')) }];
  });
  return { options, endsAt: asTime(poll.expiresAt), voters: null };
}

function readCounts(note: JsonObject): FoundPost['counts'] {
  const reactions = asObject(note.reactions);
  const likes =
    reactions === undefined ? null : Object.values(reactions).reduce<number>((sum, n) => sum + (asNumber(n) ?? 0), 0);
  const named = { likes, reposts: asNumber(note.renoteCount), replies: asNumber(note.repliesCount) };
  return Object.fromEntries(Object.entries(named).filter(([, count]) => count !== null));
}
