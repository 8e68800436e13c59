import { shiftDay, weekdayOf } from '../base/working-days.ts';
import type { PostName } from './comparison.ts';
import type { PostChange } from './post-timeline.ts';

/** How much time one bar stands for. */
export const historySteps = ['day', 'week', 'month', 'year'] as const;
export type HistoryStep = (typeof historySteps)[number];

export interface HistoryCounts {
  /** Own posts that were published. */
  readonly posts: number;
  /** Edits, deletions and returns, where a snapshot first showed them. */
  readonly edited: number;
  readonly deleted: number;
  readonly back: number;
}

export interface HistoryBar extends HistoryCounts {
  /** The first day, `2026-11-23`, in UTC. */
  readonly from: string;
}

/** One change of one post. */
export interface HistoryChange {
  readonly post: PostName;
  readonly change: PostChange;
}

/** What became of a channel over time, as its snapshots tell. */
export interface ChannelHistory {
  readonly channel: string;
  /** What people call it. */
  readonly title: string;
  readonly step: HistoryStep;
  /** One after the other without a hole; [] when nothing is known. */
  readonly bars: readonly HistoryBar[];
  readonly totals: HistoryCounts & {
    /** Deleted, and not back. */
    readonly gone: number;
    /** Posts without a date, which stand in no bar. */
    readonly undated: number;
  };
  readonly snapshots: {
    readonly count: number;
    /** When the first and the last were begun, UTC ISO 8601; null without any. */
    readonly firstAt: string | null;
    readonly lastAt: string | null;
    /** Those that the ledger knows and that could not be read for this. */
    readonly unread: number;
  };
  /** Newest first. */
  readonly changes: readonly HistoryChange[];
}

export const noCounts: HistoryCounts = { posts: 0, edited: 0, deleted: 0, back: 0 };

/** A screen has room for so many bars of each kind. */
const MOST_DAYS: readonly (readonly [HistoryStep, number])[] = [
  ['day', 35],
  ['week', 30 * 7],
  ['month', 5 * 366],
];

/** Between two days, both counted, the shortest step that gives no more bars than a screen has room for. */
export function stepFor(from: string, until: string): HistoryStep {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  return MOST_DAYS.find(([, most]) => days <= most)?.[0] ?? 'year';
}

/** The first day of the day, week, month or year that a day is in; weeks begin on Monday. */
export function stepStart(day: string, step: HistoryStep): string {
  if (step === 'week') return shiftDay(day, 1 - weekdayOf(day));
  if (step === 'day') return day;
  return step === 'month' ? `${day.slice(0, -3)}-01` : `${day.slice(0, -6)}-01-01`;
}

/** How many bars there would be between two days. */
export function countBars(from: string, until: string, step: HistoryStep): number {
  const [a, b] = [stepStart(from, step), stepStart(until, step)];
  const days = (Date.parse(b) - Date.parse(a)) / 86_400_000;
  const [years, months] = [
    Number(b.slice(0, -6)) - Number(a.slice(0, -6)),
    Number(b.slice(-5, -3)) - Number(a.slice(-5, -3)),
  ];
  const steps = { day: days, week: Math.round(days / 7), month: years * 12 + months, year: years };
  return steps[step] + 1;
}

/** A bar for every step between two days, the empty ones as well. @param days counts by day */
export function historyBars(
  days: ReadonlyMap<string, HistoryCounts>,
  from: string,
  until: string,
  step: HistoryStep,
): readonly HistoryBar[] {
  const bars = new Map<string, HistoryCounts>();
  for (let day = stepStart(from, step); day <= until; day = afterStep(day, step)) bars.set(day, noCounts);
  for (const [day, counts] of days) {
    const start = stepStart(day, step);
    const bar = day < from || day > until ? undefined : bars.get(start);
    if (bar !== undefined) bars.set(start, sumOf(bar, counts));
  }
  return [...bars].map(([start, counts]) => ({ from: start, ...counts }));
}

export function sumOf(a: HistoryCounts, b: HistoryCounts): HistoryCounts {
  return {
    posts: a.posts + b.posts,
    edited: a.edited + b.edited,
    deleted: a.deleted + b.deleted,
    back: a.back + b.back,
  };
}

function afterStep(start: string, step: HistoryStep): string {
  if (step === 'day') return shiftDay(start, 1);
  if (step === 'week') return shiftDay(start, 7);
  // So far on that it is in the next one, whatever its length.
  return stepStart(shiftDay(start, step === 'month' ? 31 : 366), step);
}
