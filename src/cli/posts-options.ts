import { postKinds } from '../model/post-kinds.ts';
import type { PostFilter, PostPage } from '../model/post-store.ts';
import type { OptionValues } from './command-spec.ts';
import { choiceOption, momentOption, numberOption, onSwitch, repeated, textOption } from './options.ts';

/** Which posts, and how many of them: the same for every command that shows posts. */
export const postsOptions = {
  channel: textOption('ID', 'only the posts of this channel'),
  kind: repeated(choiceOption(postKinds, 'only posts of this kind')),
  since: momentOption('start', 'only posts from this day or moment on; the day counts, in UTC'),
  until: momentOption('end', 'only posts up to this day, which still counts, in UTC, or before this moment'),
  comments: onSwitch('show the comments of other people as well'),
  gone: onSwitch('only posts that were deleted after publication'),
  limit: numberOption({ min: 1, max: 10_000 }, 'how many posts to show', '20'),
  offset: numberOption({ min: 0, max: Number.POSITIVE_INFINITY }, 'how many of the newest to pass over', '0'),
} as const;

type Given = OptionValues<typeof postsOptions>;

export function filterOf(given: Pick<Given, 'channel' | 'kind' | 'since' | 'until' | 'comments' | 'gone'>): PostFilter {
  const { channel, kind, since, until, comments, gone } = given;
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(kind.length === 0 ? {} : { kinds: kind }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(gone ? { isGone: true } : {}),
    ownOnly: !comments,
  };
}

export function pageOf({ limit, offset }: Given): PostPage {
  return { limit: limit ?? 20, offset: offset ?? 0 };
}

/** The errors that a command about posts may meet. */
export const postsErrors = {
  'workspace.not-found': 'there is no workspace here or above; --workspace DIR names one',
  'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  'channel.unknown': 'no channel has that id, and no post in the ledger is of one',
  'usage.bad-value': 'a date, a number or a kind cannot be read; the hint says how to write it',
  'ledger.missing': 'the ledger is not there; the hint says how to put it back',
  'ledger.newer': 'a newer Lastpost wrote the ledger; install that one',
  'ledger.locked': 'another process is writing the ledger',
  'ledger.corrupt': 'the ledger is damaged',
} as const;
