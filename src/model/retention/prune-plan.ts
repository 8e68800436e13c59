import { dayAt, periodOfDay } from '../../base/zoned-time.ts';
import type { Snapshot } from '../snapshot.ts';
import { hasKeepRules, type KeepPeriod, type KeepRules, keepPeriods } from './keep-rules.ts';

/** Why a snapshot stays. */
export type KeepReason =
  | { readonly by: 'last' /** 1 is the newest. */; readonly place: number }
  /** The one of its day, week, month or year: `2026-11-27`, `2026-W48`, `2026-11`, `2026`. */
  | { readonly by: KeepPeriod; readonly period: string }
  /** Nobody has said how many are to stay. */
  | { readonly by: 'no-rules' }
  /** The newest complete one of its address. */
  | { readonly by: 'last-good' }
  | { readonly by: 'newest' }
  | Pin;

/** Why a snapshot stays whatever the rules say. */
export type Pin =
  | { readonly by: 'hold'; readonly hold: number; readonly why: string; readonly who: string }
  | { readonly by: 'run'; readonly runs: readonly string[] }
  /** It alone has these own posts: no later snapshot of the channel found them. */
  | { readonly by: 'only-copy'; readonly posts: number };

export interface PlannedSnapshot {
  readonly snapshot: Snapshot;
  /** None: it goes. */
  readonly keeps: readonly KeepReason[];
}

export interface PruneRules {
  readonly rules: KeepRules;
  /** IANA name: in which days, weeks, months and years are told apart. */
  readonly zone: string;
  readonly pins: ReadonlyMap<string, readonly Pin[]>;
}

/**
 * Which snapshots of one channel stay, and why; in the order given.
 * Of each period the newest complete one stays, else the newest: a broken crawl at midnight does not stand for its day.
 * A period without a snapshot is not counted, so that a channel that nobody archived for a year keeps what it has.
 */
export function planPrune(
  snapshots: readonly Snapshot[],
  { rules, zone, pins }: PruneRules,
): readonly PlannedSnapshot[] {
  const newestFirst = [...snapshots].sort((a, b) =>
    a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? 1 : -1,
  );
  const reasons = new Map<string, KeepReason[]>(snapshots.map(({ id }) => [id, []]));
  const keep = (snapshot: Snapshot | undefined, reason: KeepReason): void => {
    if (snapshot) reasons.get(snapshot.id)?.push(reason);
  };
  if (!hasKeepRules(rules)) for (const one of newestFirst) keep(one, { by: 'no-rules' });
  for (const [index, one] of newestFirst.slice(0, rules.last).entries()) keep(one, { by: 'last', place: index + 1 });
  for (const by of keepPeriods) {
    for (const [period, one] of chosenOf(newestFirst, by, zone).slice(0, rules[by])) keep(one, { by, period });
  }
  for (const address of new Set(newestFirst.map(({ url }) => url))) {
    const own = newestFirst.filter(({ url }) => url === address);
    keep(own.find(isComplete), { by: 'last-good' });
    keep(own[0], { by: 'newest' });
  }
  for (const { id } of snapshots) reasons.get(id)?.push(...(pins.get(id) ?? []));
  return snapshots.map((snapshot) => ({ snapshot, keeps: reasons.get(snapshot.id) ?? [] }));
}

/** The one of each period, the newest period first. */
function chosenOf(
  newestFirst: readonly Snapshot[],
  by: KeepPeriod,
  zone: string,
): readonly (readonly [string, Snapshot])[] {
  const chosen = new Map<string, Snapshot>();
  for (const snapshot of newestFirst) {
    const period = periodOfDay(dayAt(snapshot.startedAt, zone), by);
    const before = chosen.get(period);
    if (before === undefined || (!isComplete(before) && isComplete(snapshot))) chosen.set(period, snapshot);
  }
  return [...chosen];
}

function isComplete({ state }: Snapshot): boolean {
  return state === 'complete';
}
