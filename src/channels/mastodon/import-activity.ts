import type { FoundPost } from '../../model/post.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { asObject, asText, type JsonObject } from '../reading/json-reader.ts';
import { audienceOf, leftOutAs } from './import-audience.ts';
import { readPackedMedia } from './import-media.ts';
import { idOf, readItem } from './read-activity.ts';
import type { Server } from './server.ts';

export interface OutboxContext {
  readonly server: Server;
  readonly leftOut: LeftOutCounter;
  readonly files: MediaFinder;
}

/** A post, why there is none, or undefined for what was counted as left out. */
export type ReadActivity =
  | { readonly post: FoundPost }
  | { readonly id: string | null; readonly problem: string }
  | undefined;

/** What is done in an outbox besides posting. */
const deeds: ReadonlyMap<string, 'likes-and-bookmarks' | 'contacts' | 'deleted' | 'others'> = new Map([
  ['Like', 'likes-and-bookmarks'],
  ['EmojiReact', 'likes-and-bookmarks'],
  ['Follow', 'contacts'],
  ['Block', 'contacts'],
  ['Delete', 'deleted'],
  ['Tombstone', 'deleted'],
  ...['Accept', 'Add', 'Flag', 'Join', 'Leave', 'Move', 'Reject', 'Remove', 'Undo', 'View'].map(
    (type) => [type, 'others'] as const,
  ),
]);

/** One item of an outbox as an archive has it. */
export function readArchived(item: unknown, context: OutboxContext): ReadActivity {
  const activity = asObject(item);
  if (activity === undefined) {
    return { id: asText(item), problem: 'it is only an address, or nothing at all, where a post should stand' };
  }
  const type = asText(activity.type) ?? '';
  const deed = deeds.get(type);
  if (deed !== undefined) {
    context.leftOut.add(deed);
    return undefined;
  }
  return readPosted(activity, context);
}

function readPosted(activity: JsonObject, { server, leftOut, files }: OutboxContext): ReadActivity {
  const post = postIn(activity, server);
  const id = post?.id ?? idOf(activity.object) ?? asText(activity.id);
  const audience = audienceOf(activity);
  if (audience === undefined) return { id, problem: 'nothing in it says whom it was addressed to' };
  if (post === undefined) return { id, problem: `it is no post of a kind that is known ("${asText(activity.type)}")` };
  if (!leftOut.gives(leftOutAs(audience))) return undefined;
  const object = asObject(activity.object) ?? activity;
  const media = post.kind === 'repost' ? [] : packedFirst(post, readPackedMedia(object, files));
  const visibility = audience === 'direct' ? 'private' : audience;
  return { post: { ...post, media, visibility, source: 'export' } };
}

/** Films that stand among a post's addresses are not among its attachments. */
function packedFirst({ media }: FoundPost, packed: FoundPost['media']): FoundPost['media'] {
  const known = new Set(packed.map(({ url }) => url));
  return [...media.filter(({ url }) => !known.has(url)), ...packed];
}

/** An outbox is its owner's: whoever acts in it is the account, wherever it lived when the archive was made. */
function postIn(activity: JsonObject, server: Server): FoundPost | undefined {
  const object = asObject(activity.object);
  const actor = idOf(activity.actor) ?? idOf(object?.attributedTo) ?? idOf(activity.attributedTo) ?? '';
  const context = { server, url: `${actor.replace(/\/$/, '')}/outbox` };
  for (const finding of readItem(activity, context)) if (finding.kind === 'post') return finding.post;
  return undefined;
}
