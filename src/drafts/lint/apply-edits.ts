import type { LintEdit } from '../../model/farewell/lint/lint-finding.ts';

/** What became of a file. */
export interface EditedFile {
  readonly text: string;
  /** Those that were carried out. */
  readonly done: readonly LintEdit[];
}

/**
 * Carries out edits of one file; everything else in it stays as it is, byte order mark and line breaks included. Where two lie
 * over each other, the first of the list is carried out.
 * @param source as the file is: one in which the words are no longer at their place keeps them
 */
export function applyEdits(source: string, edits: readonly LintEdit[]): EditedFile {
  const starts = lineStarts(source);
  const done: LintEdit[] = [];
  const places: { readonly from: number; readonly to: number; readonly edit: LintEdit }[] = [];
  for (const edit of edits) {
    const { line, column, words } = edit.spot;
    const from = (starts[line - 1] ?? source.length) + column - 1;
    const to = from + words.length;
    const isThere = source.slice(from, to) === words;
    if (!isThere || places.some((one) => from < one.to && one.from < to)) continue;
    places.push({ from, to, edit });
    done.push(edit);
  }
  const text = places
    .sort((a, b) => b.from - a.from)
    .reduce((before, { from, to, edit }) => before.slice(0, from) + edit.to + before.slice(to), source);
  return { text, done };
}

/** A mark at the head of a file counts in no column. */
function lineStarts(source: string): readonly number[] {
  const starts = [source.startsWith('\ufeff') ? 1 : 0];
  for (const match of source.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
