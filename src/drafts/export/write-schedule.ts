import { stringify } from 'csv-stringify/sync';
import type { PlannedPost } from './schedule-posts.ts';
import type { ScheduledPost, Scheduler } from './schedulers/scheduler.ts';

/** A file for a scheduler. */
export interface ScheduleFile {
  /** Id of the channel that it is for; null where its rows say so. */
  readonly channel: string | null;
  /** 1, and more where a tool takes only so many posts in one file. */
  readonly number: number;
  /** How many drafts are in it. */
  readonly drafts: number;
  readonly text: string;
}

/**
 * Posts of one language as a scheduler takes them: RFC 4180 in UTF-8 without a byte order mark. Texts are as they are, also where
 * they begin like a formula: a scheduler publishes what it finds.
 */
export function writeSchedule(posts: readonly PlannedPost[], scheduler: Scheduler): readonly ScheduleFile[] {
  if (posts.length === 0) return [];
  if (scheduler.file === 'all') return filesOf(null, posts, atOnce(posts), scheduler);
  const channels = [...new Set(posts.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const own = posts.filter((post) => post.channel === channel);
    return filesOf(channel, own, own, scheduler);
  });
}

/** The same words at the same moment are one row with several networks. */
function atOnce(posts: readonly PlannedPost[]): readonly ScheduledPost[] {
  const rows = new Map<string, ScheduledPost>();
  for (const post of posts) {
    const key = `${post.utc} ${post.text}`;
    const networks = [...(rows.get(key)?.networks ?? []), ...post.networks];
    rows.set(key, { ...post, networks: [...new Set(networks)] });
  }
  return [...rows.values()];
}

function filesOf(
  channel: string | null,
  posts: readonly PlannedPost[],
  rows: readonly ScheduledPost[],
  scheduler: Scheduler,
): readonly ScheduleFile[] {
  const most = scheduler.rows.value ?? rows.length;
  const count = Math.ceil(rows.length / most);
  return Array.from({ length: count }, (_, at) => {
    const own = rows.slice(at * most, (at + 1) * most);
    const drafts = count === 1 ? posts.length : own.reduce((sum, { networks }) => sum + networks.length, 0);
    return { channel, number: at + 1, drafts, text: csvText(own, scheduler) };
  });
}

function csvText(rows: readonly ScheduledPost[], { columns, hasHeading, row }: Scheduler): string {
  return stringify([...(hasHeading ? [[...columns.value]] : []), ...rows.map((post) => [...row(post)])], {
    record_delimiter: '\r\n',
    // A lone carriage return ends a row for many readers; csv-stringify quotes for the pair only.
    quoted_match: /[\r\n]/,
  });
}
