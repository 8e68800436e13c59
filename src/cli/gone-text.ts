import type { GoneBecause } from '../model/comparison.ts';
import type { GoneMark } from '../model/post-timeline.ts';
import type { Style } from './style.ts';

export const goneWords: Readonly<Record<GoneBecause, string>> = {
  'platform-says': 'the platform says that it is gone',
  'not-found': 'its address answers "not found"',
  'complete-list': 'the snapshot has every post that there is, and not this one',
};

/** Stands before the words of a post that was deleted after publication; '' for one that was not. */
export function goneTag(gone: GoneMark | undefined): string {
  return gone === undefined ? '' : '[deleted] ';
}

/** How that is known, on lines of their own. */
export function goneLines(gone: GoneMark | undefined, indent: string, style: Style): readonly string[] {
  if (gone === undefined) return [];
  const [seen, missed] = [gone.lastSeenAt.slice(0, 10), gone.goneAt.slice(0, 10)];
  return [style.yellow(`${indent}last seen ${seen}, not there ${missed}: ${goneWords[gone.because]}`)];
}

/** As scripts get it; null for a post that is there, as far as anybody knows. */
export function goneJson(gone: GoneMark | undefined): object | null {
  if (gone === undefined) return null;
  const { lastSeenAt, lastSeenIn, goneAt, goneIn } = gone;
  return {
    last_seen_at: lastSeenAt,
    last_seen_in: lastSeenIn,
    gone_at: goneAt,
    gone_in: goneIn,
    because: gone.because,
  };
}
