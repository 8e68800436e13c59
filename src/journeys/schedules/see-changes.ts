import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { type ChangeSummary, nothingKnown, summaryOf } from '../../model/schedule/change-summary.ts';
import type { Notice } from '../../model/schedule/notice.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { patiently } from '../patiently.ts';
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

/**
 * Compares a snapshot with the one before it, as "snapshot compare" does, without its pictures and links. Where one of them cannot be read
 * nothing is known of what changed: the snapshot is kept all the same, and "vault verify" tells what is wrong.
 */
export async function seeAfter(
  before: Before,
  snapshot: Snapshot,
  silenceMs: number,
  open: OpenSchedules,
  context: JourneyContext,
): Promise<Seen | null> {
  // The one that a killed process had entered: what is new in it was seen, or cannot be told any more.
  const known = before.snapshot;
  if (known === null || known.id === snapshot.id) return null;
  const changes = await changesBetween({ ...before, snapshot: known }, snapshot, open, context);
  const hasNew = (changes.newPosts ?? 0) > 0;
  const firstPost = hasNew ? await firstAgain(snapshot.channel ?? '', before.newestPost, silenceMs, open) : null;
  return { before: known, changes, firstPost };
}

async function changesBetween(
  before: Before & { readonly snapshot: Snapshot },
  after: Snapshot,
  { dir }: OpenSchedules,
  context: JourneyContext,
): Promise<ChangeSummary> {
  // Most sweeps take no snapshot, and need none of it.
  const { compareSnapshots } = await import('../compare-snapshots.ts');
  try {
    const input = { before: before.snapshot.id, after: after.id, parts: ['posts', 'pages'] } as const;
    const comparison = await compareSnapshots(input, { cwd: dir, workspaceDir: dir }, context);
    return summaryOf(comparison, before.newestPost);
  } catch (error) {
    if (error instanceof KnownError) return nothingKnown;
    throw error;
  }
}

/** The first post with a long silence before it, among those after the newest one that was known. */
async function firstAgain(
  channel: string,
  newest: string | null,
  silenceMs: number,
  { ledger }: OpenSchedules,
): Promise<Notice['firstPost']> {
  if (newest === null) return null;
  const since = new Date(Date.parse(newest) + 1).toISOString();
  let silentSince = newest;
  for await (const { post } of ledger.posts.all({ channel, ownOnly: true, since })) {
    if (post.published === null) continue;
    const silentMs = Date.parse(post.published) - Date.parse(silentSince);
    if (silentMs >= silenceMs) return { url: post.url, published: post.published, silentSince };
    silentSince = post.published;
  }
  return null;
}
