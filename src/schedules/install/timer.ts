import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';

export const timerKinds = ['systemd', 'cron', 'launchd', 'windows', 'github'] as const;
export type TimerKind = (typeof timerKinds)[number];

/** What a timer calls, and for whom. Paths are absolute. */
export interface TimerCall {
  readonly node: string;
  /** bin/lastpost.js */
  readonly program: string;
  /** The workspace's folder. */
  readonly dir: string;
  /** Where programs are looked for: timers know few places by themselves. */
  readonly path: string;
}

/** In every file and block of ours, so that nothing else is ever taken out. */
export const MARK = 'written by "lastpost schedule install"';

/** One for each workspace: `lastpost-3f2a91c0`. */
export function timerName({ dir }: Pick<TimerCall, 'dir'>): string {
  return `lastpost-${sha256(dir).slice('sha256:'.length, 15)}`;
}

/** What is called each minute, word by word. */
export function timerWords({ node, program, dir }: TimerCall): readonly string[] {
  return [node, program, 'schedule', 'run', '--timer', '--quiet', '--workspace', dir];
}

/**
 * A path with a line break would end a line of a crontab or a unit, and begin another one.
 * @throws KnownError `schedule.bad-path`
 */
export function refuseBadPaths({ node, program, dir }: TimerCall): void {
  const bad = [node, program, dir].find((path) => /\p{Cc}/u.test(path));
  if (bad === undefined) return;
  throw new KnownError(
    'schedule.bad-path',
    `No timer can call ${JSON.stringify(bad)}: there is a control character in it.`,
    {
      hint: 'Rename the folder.',
      exitCode: 2,
    },
  );
}
