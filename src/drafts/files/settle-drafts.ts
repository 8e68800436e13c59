import type { Draft } from '../../model/farewell/draft.ts';
import { type DraftClash, isEdited, isSame, mergeDraft } from './merge-draft.ts';
import type { Side } from './merge-text.ts';

/**
 * What becomes of a draft's file. new: there was none · same: nothing to do · updated: new facts, nobody had edited it ·
 * merged: new facts and a person's words · edited: a person's words, nothing new · clash: both changed the same, the file stays
 * as it is · deleted: a person took it away, and it stays away.
 */
export type DraftFate = 'new' | 'same' | 'updated' | 'merged' | 'edited' | 'clash' | 'deleted';

export interface SettledDraft {
  readonly fate: DraftFate;
  /** As its file is now; null when there is none. */
  readonly before: Draft | null;
  /** As its file will be; null when there will be none. */
  readonly after: Draft | null;
  /** What counts as generated last from now on. */
  readonly base: Draft | undefined;
  readonly clashes: readonly DraftClash[];
}

/** Which side a person takes for a draft where the two clash, or where it was deleted. */
export type Taken = Side | undefined;

export function settleDraft(base: Draft | undefined, mine: Draft | null, fresh: Draft, taken: Taken): SettledDraft {
  if (mine === null) {
    const isGone = base !== undefined && taken !== 'fresh';
    const after = isGone ? null : fresh;
    return { fate: isGone ? 'deleted' : 'new', before: null, after, base: fresh, clashes: [] };
  }
  const { draft, clashes } = mergeDraft(base, mine, fresh, taken ?? 'mine');
  if (clashes.length > 0 && taken === undefined) {
    return { fate: 'clash', before: mine, after: mine, base, clashes };
  }
  return { fate: fateOf(mine, fresh, draft), before: mine, after: draft, base: fresh, clashes: [] };
}

function fateOf(mine: Draft, fresh: Draft, after: Draft): DraftFate {
  const isPlain = !isEdited(fresh, after);
  if (isSame(mine, after)) return isPlain ? 'same' : 'edited';
  return isPlain ? 'updated' : 'merged';
}

/** What becomes of a draft that is planned no more: gone where nobody had edited it, else kept, and told. */
export function isStale(base: Draft | undefined, mine: Draft): boolean {
  return base === undefined || isEdited(base, mine);
}
