import { diffArrays } from 'diff';
import type { TextHunk, WordRun } from '../../model/comparison.ts';

/** More of a text is not laid side by side: a post has less, and a page's text is told by places. */
const MAX_CHARACTERS = 400_000;
/** Beyond so many changed words two texts have little in common, and finding out how little takes minutes. */
const MAX_EDITS = 2_000;
const AROUND = 6;
const MAX_HUNK_CHARACTERS = 1_200;

/**
 * What was taken out and put in, word by word. Bounded: texts that have next to nothing in common come as one removed and one
 * added run between what they begin and end with alike.
 */
export function diffWords(before: string, after: string): readonly WordRun[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle = diffArrays(left, right, { maxEditLength: MAX_EDITS });
  const runs: WordRun[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...(middle?.map(({ value, added, removed }): WordRun => {
      return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
    }) ?? [
      { kind: 'removed', text: left.join('') },
      { kind: 'added', text: right.join('') },
    ]),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ];
  return runs.filter(({ text }) => text !== '');
}

/** The changed places of a text, each with some words around it. White space alone is no change. */
export function changedPlaces(before: string, after: string): readonly TextHunk[] {
  const runs = diffWords(squeezed(before), squeezed(after));
  const hunks: TextHunk[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    if (runs[at]?.kind === 'same') continue;
    const from = at;
    while (at + 1 < runs.length && !isBridge(runs, at + 1)) at += 1;
    const inside = runs.slice(from, at + 1);
    hunks.push({
      before: lastWords(runs[from - 1]?.text ?? ''),
      removed: cut(
        inside
          .filter(({ kind }) => kind !== 'added')
          .map(({ text }) => text)
          .join('')
          .trim(),
      ),
      added: cut(
        inside
          .filter(({ kind }) => kind !== 'removed')
          .map(({ text }) => text)
          .join('')
          .trim(),
      ),
      after: firstWords(runs[at + 1]?.text ?? ''),
    });
  }
  return hunks.filter(({ removed, added }) => removed !== added);
}

/** A run that both texts have and that parts two places; a single word between two changes does not. */
function isBridge(runs: readonly WordRun[], at: number): boolean {
  const run = runs[at];
  if (run?.kind !== 'same') return false;
  return at === runs.length - 1 || run.text.trim().split(' ').length > 1;
}

/** Words with the white space after them, so that a changed word is one token. */
function tokensOf(text: string): string[] {
  return text.slice(0, MAX_CHARACTERS).match(/\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? [];
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let at = 0;
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}

function lastWords(text: string): string {
  return text.trim().split(' ').slice(-AROUND).join(' ');
}

function firstWords(text: string): string {
  return text.trim().split(' ').slice(0, AROUND).join(' ');
}

function cut(text: string): string {
  return text.length > MAX_HUNK_CHARACTERS ? `${text.slice(0, MAX_HUNK_CHARACTERS)} …` : text;
}
