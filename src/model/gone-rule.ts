import type { GoneBecause, PostName } from './comparison.ts';
import type { CompletenessReport } from './completeness.ts';

/** What a later snapshot was able to see of posts that it does not hold. */
export interface GoneSight {
  readonly after: CompletenessReport | null;
  /** False when something else than time parts the two: another viewer, another address. Then nothing is gone. */
  readonly isFair: boolean;
  /** False when the later snapshot is partial: then a post that is merely missing is not gone. */
  readonly isWhole: boolean;
  /** HTTP status of the later snapshot's answer for an address; undefined when it was not asked for. */
  statusAfter(url: string): number | undefined;
}

/**
 * That a post is gone is a claim about its author. It is made only when the platform says so, when its page answers "not
 * found", or when the later snapshot is proved to hold all there is. Anything else is "not seen".
 */
export function goneRule(sight: GoneSight): (post: Pick<PostName, 'id' | 'url'>) => GoneBecause | undefined {
  const { after, isFair, isWhole, statusAfter } = sight;
  const isNamed = amongNames(after?.gone ?? []);
  const isLacking = amongNames(after?.missingPosts ?? []);
  const isComplete = isWhole && after?.verdict === 'complete';
  return (post) => {
    if (!isFair) return undefined;
    if (isNamed(post)) return 'platform-says';
    if (isLacking(post)) return undefined;
    const status = post.url === null ? undefined : statusAfter(post.url);
    if (status === 404 || status === 410) return 'not-found';
    // It is listed nowhere any more, but its page still answers.
    const isThere = status !== undefined && status > 0 && status < 400;
    return isComplete && !isThere ? 'complete-list' : undefined;
  };
}

type Named = Pick<PostName, 'url'> & { readonly id: string | null };

/** Tells of a post whether a list names it, by its id or its address. */
export function amongNames(listed: readonly Named[]): (post: Named) => boolean {
  const names = new Set(listed.flatMap(({ id, url }) => [id, url]));
  names.delete(null);
  return ({ id, url }) => names.has(id) || names.has(url);
}
