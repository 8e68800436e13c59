import { isShownTwice, isSkipped, localToInstant } from '../../base/zoned-time.ts';
import { type Draft, NEXT_POST } from '../../model/farewell/draft.ts';
import type { LeftOutReason } from '../../model/farewell/draft-export.ts';
import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { ExportedDraft } from './export-kit.ts';
import type { ScheduledPost, Scheduler } from './schedulers/scheduler.ts';

/** What is published as a post; the rest of the kit is set up, answered or sent in other ways. */
const postKinds: readonly DraftKind[] = ['announcement', 'reminder-1', 'reminder-2', 'reminder-3', 'last-post'];

export interface SchedulePlace {
  /** IANA name: that of the exit. */
  readonly timezone: string;
  readonly now: Date;
}

/** Why a draft does not go into a file. */
export interface LeftOut {
  readonly exported: ExportedDraft;
  readonly reason: LeftOutReason;
  readonly message: string;
}

/** A draft as a post of one account. */
export interface PlannedPost extends ScheduledPost {
  readonly exported: ExportedDraft;
  /** Id of a channel. */
  readonly channel: string;
}

export interface Schedule {
  /** In the order in which they go out. */
  readonly posts: readonly PlannedPost[];
  readonly leftOut: readonly LeftOut[];
}

/** Whether a draft is one that a scheduler publishes at all. */
export function isPost({ kind, channel, audience }: Pick<Draft, 'kind' | 'channel' | 'audience'>): boolean {
  return postKinds.includes(kind) && channel !== null && audience === 'public';
}

/**
 * The posts of one language that a scheduler can take. Nothing is moved and nothing cut: what it would refuse, or publish at
 * another moment than planned, is left out, and told.
 */
export function schedulePosts(drafts: readonly ExportedDraft[], scheduler: Scheduler, place: SchedulePlace): Schedule {
  const posts: PlannedPost[] = [];
  const leftOut: LeftOut[] = [];
  const inOrder = [...drafts].sort((a, b) => ((a.draft.publishAt ?? '9') < (b.draft.publishAt ?? '9') ? -1 : 1));
  for (const exported of inOrder) {
    const post = asPost(exported, place);
    const trouble = troubleOf(exported, scheduler, place) ?? (post && troubleBeside(post, posts, scheduler));
    if (trouble !== undefined) leftOut.push({ exported, ...trouble });
    else if (post !== undefined) posts.push(post);
  }
  return { posts, leftOut };
}

type Trouble = Omit<LeftOut, 'exported'>;

function asPost(exported: ExportedDraft, { timezone }: SchedulePlace): PlannedPost | undefined {
  const { publishAt, channel, text } = exported.draft;
  if (publishAt === null || channel === null || exported.network === null) return undefined;
  const utc = localToInstant(publishAt, timezone).replace('.000Z', 'Z');
  return { exported, channel, text, local: publishAt, utc, networks: [exported.network] };
}

/** What is in the way of a draft, whatever else is in the file. */
function troubleOf({ draft, network, place: shown }: ExportedDraft, scheduler: Scheduler, place: SchedulePlace) {
  const { name } = scheduler;
  if (!isPost(draft)) {
    return trouble('no-post', 'It is no post: set it up or send it yourself when its time has come.');
  }
  if (network === null) return trouble('no-platform', `lastpost.yaml has no channel "${draft.channel}" any more.`);
  const names = scheduler.networks.value;
  if (network === 'sms' || (names?.isClosed === true && names.names[network] === undefined)) {
    return trouble('no-platform', `${name} publishes nothing on ${shown ?? network}: post it there yourself.`);
  }
  if (draft.text.includes(NEXT_POST)) {
    return trouble('thread', `It is a thread, and the file can hold only single posts: enter it in ${name} by hand.`);
  }
  return draft.publishAt === null
    ? trouble('no-time', 'It has no moment at which it goes out: write publish_at into its file.')
    : troubleOfMoment(draft.publishAt, scheduler, place);
}

function troubleOfMoment(local: string, scheduler: Scheduler, { timezone, now }: SchedulePlace): Trouble | undefined {
  const shown = local.replace('T', ' ');
  const { name } = scheduler;
  if (isSkipped(local, timezone)) {
    return trouble('no-such-time', `${shown} is skipped by the clocks of ${timezone}: write another publish_at.`);
  }
  const instant = localToInstant(local, timezone);
  if (scheduler.clock.value !== 'UTC' && isShownTwice(instant, timezone)) {
    return trouble(
      'shown-twice',
      `The clocks of ${timezone} show ${shown} twice, and the file cannot say which is meant.`,
    );
  }
  const minutes = (Date.parse(instant) - now.getTime()) / 60_000;
  if (minutes <= 0) return trouble('past', `${shown} is over.`);
  const ahead = scheduler.ahead.value;
  if (ahead !== undefined && minutes < ahead) {
    return trouble(
      'too-soon',
      `${name} wants a post ${ahead} minutes ahead, and ${shown} is sooner: post it yourself.`,
    );
  }
  const step = scheduler.step.value;
  if (step !== undefined && Number(local.slice(-2)) % step !== 0) {
    return trouble(
      'odd-minute',
      `${name} takes only minutes that can be divided by ${step}, and it goes out at ${shown}.`,
    );
  }
  return undefined;
}

/** What is in the way of a post because of those before it. */
function troubleBeside(post: PlannedPost, posts: readonly PlannedPost[], scheduler: Scheduler): Trouble | undefined {
  const { name } = scheduler;
  const minutesFrom = (other: PlannedPost): number => (Date.parse(post.utc) - Date.parse(other.utc)) / 60_000;
  const apart = scheduler.apart.value;
  const near = posts.find((other) => other.channel === post.channel && minutesFrom(other) < (apart ?? 0));
  if (near !== undefined) {
    const other = `${near.exported.draft.locale}/${near.exported.draft.id}`;
    return trouble(
      'too-close',
      `${name} wants ${apart} minutes between two posts of a profile, and ${other} is closer.`,
    );
  }
  const hours = scheduler.sameTextHours.value;
  const twin = posts.find((other) => {
    // What goes out on several networks at once is one post to such a tool.
    return other.text === post.text && other.utc !== post.utc && minutesFrom(other) < (hours ?? 0) * 60;
  });
  if (twin === undefined) return undefined;
  const other = `${twin.exported.draft.locale}/${twin.exported.draft.id}`;
  return trouble('twice', `${name} refuses the same words within ${hours} hours, and they are those of ${other}.`);
}

function trouble(reason: LeftOutReason, message: string): Trouble {
  return { reason, message };
}
