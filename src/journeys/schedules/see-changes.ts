import type { ChangeSummary } from '../../model/schedule/change-summary.ts';
import type { Notice } from '../../model/schedule/notice.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { patiently } from '../patiently.ts';
import type { EnteredSnapshot } from '../take-snapshot.ts';
import type { OpenSchedules } from './open-schedules.ts';

/** What the ledger knew of a channel before its next snapshot. */
export interface Before {
  readonly snapshot: Snapshot | null;
  /** When the newest own post was published, UTC ISO 8601. */
  readonly newestPost: string | null;
}

/** What a snapshot shows beside the one before it; null where there was none. */
export interface Seen {
  readonly before: Snapshot;
  readonly changes: ChangeSummary;
  readonly firstPost: Notice['firstPost'];
}

export async function lookBefore(channel: string, { ledger }: OpenSchedules): Promise<Before> {
  const [snapshot] = await patiently(() => ledger.snapshots.list({ channel }));
  const [newest] = await patiently(() => ledger.posts.list({ channel, ownOnly: true }, { limit: 1, offset: 0 }));
  return { snapshot: snapshot ?? null, newestPost: newest?.post.published ?? null };
}

/** Posts are compared by what the ledger entered; of pages only how many there are is known. */
export async function seeAfter(
  before: Before,
  { snapshot, entered }: EnteredSnapshot,
  silenceMs: number,
  open: OpenSchedules,
): Promise<Seen | null> {
  const channel = snapshot.channel ?? '';
  // The one that a killed process had entered: what is new in it was seen, or cannot be told any more.
  if (before.snapshot === null || before.snapshot.id === snapshot.id) return null;
  const isWhole = before.snapshot.state === 'complete' && snapshot.state === 'complete';
  const earlier = before.snapshot.id;
  const gone = isWhole ? await patiently(() => open.ledger.schedules.countReadIn(channel, earlier)) : null;
  const pages = snapshot.pages - before.snapshot.pages;
  const changes: ChangeSummary = {
    newPosts: entered?.added ?? null,
    editedPosts: entered?.changed ?? null,
    gonePosts: gone,
    newPages: isWhole ? Math.max(0, pages) : null,
    gonePages: isWhole ? Math.max(0, -pages) : null,
    changedPages: null,
  };
  const firstPost = (entered?.added ?? 0) > 0 ? await firstAgain(channel, before.newestPost, silenceMs, open) : null;
  return { before: before.snapshot, changes, firstPost };
}

/** The first post after the newest one that was known, when there is a long silence between the two. */
async function firstAgain(
  channel: string,
  newest: string | null,
  silenceMs: number,
  { ledger }: OpenSchedules,
): Promise<Notice['firstPost']> {
  if (newest === null) return null;
  const since = new Date(Date.parse(newest) + 1).toISOString();
  for await (const { post } of ledger.posts.all({ channel, ownOnly: true, since })) {
    if (post.published === null) continue;
    const silentMs = Date.parse(post.published) - Date.parse(newest);
    return silentMs < silenceMs ? null : { url: post.url, published: post.published, silentSince: newest };
  }
  return null;
}
