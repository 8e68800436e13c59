import { diffIndices } from 'node-diff3';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { splitSentences } from './split-sentences.ts';

/** A place where a person and the facts both changed a text, and not alike. */
export interface TextClash {
  readonly base: string;
  readonly mine: string;
  readonly fresh: string;
}

export interface MergedText {
  /** With the side that was asked for where the two clash. */
  readonly text: string;
  readonly clashes: readonly TextClash[];
}

export type Side = 'mine' | 'fresh';

/** Sentences of the base from `start` up to `end` that one side has replaced. */
interface Change {
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  readonly content: readonly string[];
}

/**
 * Merges a text sentence by sentence: what a person changed since `base`, and what the facts did. Sentences that stand beside
 * each other may each be changed by one of the two; merging by lines would call that a conflict.
 */
export function mergeText(base: string, mine: string, fresh: string, locale: FarewellLocale, prefer: Side): MergedText {
  if (mine === base || mine === fresh) return { text: fresh, clashes: [] };
  if (fresh === base) return { text: mine, clashes: [] };
  const old = [...splitSentences(base, locale)];
  const clashes: TextClash[] = [];
  let [text, done] = ['', 0];
  for (const group of grouped([...changesOf(old, mine, 'mine', locale), ...changesOf(old, fresh, 'fresh', locale)])) {
    const [start, end] = [Math.min(...group.map((one) => one.start)), Math.max(...group.map((one) => one.end))];
    const said = (side: Side): string =>
      applied(
        old,
        start,
        end,
        group.filter((one) => one.side === side),
      );
    const clash = { base: old.slice(start, end).join(''), mine: said('mine'), fresh: said('fresh') };
    const sides = new Set(group.map(({ side }) => side));
    const isClash = sides.size > 1 && clash.mine !== clash.fresh;
    if (isClash) clashes.push(clash);
    text += old.slice(done, start).join('') + clash[isClash ? prefer : sides.has('mine') ? 'mine' : 'fresh'];
    done = end;
  }
  return { text: text + old.slice(done).join(''), clashes };
}

function changesOf(old: string[], text: string, side: Side, locale: FarewellLocale): readonly Change[] {
  return diffIndices(old, [...splitSentences(text, locale)]).map(({ buffer1: [start, length], buffer2Content }) => ({
    side,
    start,
    end: start + length,
    content: buffer2Content,
  }));
}

/** Changes of the same sentences together, in the order of the text. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = groups.at(-1);
    if (last?.some((other) => isSamePlace(other, change))) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** Beside each other is not the same place, unless both put something in between. */
function isSamePlace(a: Change, b: Change): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

function applied(old: readonly string[], start: number, end: number, changes: readonly Change[]): string {
  let [text, done] = ['', start];
  for (const change of changes) {
    text += old.slice(done, change.start).join('') + change.content.join('');
    done = change.end;
  }
  return text + old.slice(done, end).join('');
}

/** A sentence, or some that stand together, before and after; '' where nothing stands on that side. */
export interface ChangedSentence {
  readonly before: string;
  readonly after: string;
}

/** What is different between two texts, sentence by sentence. */
export function changedSentences(before: string, after: string, locale: FarewellLocale): readonly ChangedSentence[] {
  const old = [...splitSentences(before, locale)];
  return changesOf(old, after, 'fresh', locale)
    .map(({ start, end, content }) => ({
      before: old.slice(start, end).join('').trim(),
      after: content.join('').trim(),
    }))
    .filter((change) => change.before !== change.after);
}
