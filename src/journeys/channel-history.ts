import { KnownError } from '../base/known-error.ts';
import {
  type ChannelHistory,
  countBars,
  type HistoryChange,
  type HistoryCounts,
  type HistoryStep,
  historyBars,
  noCounts,
  stepFor,
  sumOf,
} from '../model/channel-history.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { PostStore } from '../model/post-store.ts';
import type { PostChange } from '../model/post-timeline.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { readSightings, unreadSnapshots } from './read-sightings.ts';

export interface HistoryInput {
  readonly channel: string;
  /** Chosen by the span unless said. */
  readonly step?: HistoryStep;
  /** UTC ISO 8601, inclusive, and exclusive. */
  readonly since?: string;
  readonly until?: string;
}

/** A page with more is no drawing. */
const MOST_BARS = 1_000;

const COUNTED = { edited: 'edited', gone: 'deleted', back: 'back' } as const;

/**
 * What became of a channel's posts over time. Snapshots that the ledger has from before it kept that are read first, once.
 * Safe to call again.
 * @throws KnownError `channel.unknown`, `history.too-many-bars`, those of opening workspace and ledger, and the signal's reason
 */
export async function channelHistory(
  input: HistoryInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ChannelHistory> {
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const title = await titleOf(input.channel, workspace, ledger.posts);
    const office = { workspace, ledger };
    const unread = await unreadSnapshots(office, input.channel);
    const read = await readSightings(office, unread, context);
    const counts = await countByDay(ledger.posts, input.channel, context.signal);
    const sighted = (await ledger.posts.sighted(input.channel)).map(({ startedAt }) => startedAt).sort();
    const snapshots = {
      ...{ count: sighted.length, firstAt: sighted[0] ?? null, lastAt: sighted.at(-1) ?? null },
      unread: unread.length - read,
    };
    return { channel: input.channel, title, snapshots, ...drawn(input, counts, snapshots.lastAt) };
  } finally {
    await ledger.close();
  }
}

/** A channel that was taken out of lastpost.yaml keeps its posts. */
async function titleOf(channel: string, workspace: Workspace, posts: PostStore): Promise<string> {
  const known = workspace.config.channels.find(({ id }) => id === channel);
  if (known === undefined && (await posts.count({ channel, ownOnly: false })) === 0) requireChannel(workspace, channel);
  return known?.title ?? channel;
}

interface Counted {
  readonly days: ReadonlyMap<string, HistoryCounts>;
  readonly undated: number;
  readonly changes: readonly HistoryChange[];
}

async function countByDay(posts: PostStore, channel: string, signal: AbortSignal): Promise<Counted> {
  const days = new Map<string, HistoryCounts>();
  const count = (day: string, more: Partial<HistoryCounts>) => {
    days.set(day, sumOf(days.get(day) ?? noCounts, { ...noCounts, ...more }));
  };
  let undated = 0;
  for (const { day, posts: published } of await posts.published(channel)) {
    if (day === null) undated = published;
    else count(day, { posts: published });
  }
  const changes: HistoryChange[] = [];
  for await (const { post, changes: own } of posts.changed(channel)) {
    signal.throwIfAborted();
    for (const change of own) {
      count(change.at.slice(0, 10), { [COUNTED[change.kind]]: 1 });
      changes.push({ post, change });
    }
  }
  return { days, undated, changes: changes.sort((a, b) => (a.change.at < b.change.at ? 1 : -1)) };
}

function drawn(
  { step, since, until }: HistoryInput,
  { days, undated, changes }: Counted,
  lastAt: string | null,
): Pick<ChannelHistory, 'step' | 'bars' | 'totals' | 'changes'> {
  const inside = ({ at }: Pick<PostChange, 'at'>) =>
    (since === undefined || at >= since) && (until === undefined || at < until);
  const told = changes.filter(({ change }) => inside(change));
  const known = [...days.keys(), ...(lastAt === null ? [] : [lastAt.slice(0, 10)])].sort();
  const [first, last] = [since?.slice(0, 10) ?? known[0], until === undefined ? known.at(-1) : lastDay(until)];
  const isEmpty = first === undefined || last === undefined || first > last;
  const chosen = step ?? (isEmpty ? 'month' : stepFor(first, last));
  if (!isEmpty) refuseTooMany(countBars(first, last, chosen), chosen);
  const bars = isEmpty ? [] : historyBars(days, first, last, chosen);
  const gone = new Set<string>();
  for (const { post, change } of told.toReversed()) {
    if (change.kind === 'gone') gone.add(post.id);
    if (change.kind === 'back') gone.delete(post.id);
  }
  const totals = { ...bars.map(countsOf).reduce(sumOf, noCounts), gone: gone.size, undated };
  return { step: chosen, bars, totals, changes: told };
}

function countsOf({ posts, edited, deleted, back }: HistoryCounts): HistoryCounts {
  return { posts, edited, deleted, back };
}

/** The day of the last moment before. */
function lastDay(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}

function refuseTooMany(bars: number, step: HistoryStep): void {
  if (bars <= MOST_BARS) return;
  throw new KnownError('history.too-many-bars', `A bar for each ${step} would be ${bars} bars.`, {
    hint: 'Choose a longer step with --by, or a shorter time with --since and --until.',
    exitCode: 2,
  });
}
