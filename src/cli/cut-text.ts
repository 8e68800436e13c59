import { plainLine } from '../base/text-columns.ts';

let graphemes: Intl.Segmenter | undefined;

/** Made when a text needs it: most are plain, and to make it takes longer than many a command as a whole. */
function inGraphemes(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** Signs that take two columns of a terminal. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{RI}\uff01-\uff60]/u;

/** Somebody else's text, fit for a terminal: see `plainLine`. */
export function oneLine(text: string): string {
  return plainLine(text);
}

/** Cuts a line at its end to so many columns of a terminal, between two characters a reader sees. */
export function cutText(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  let keptWithMark = '';
  for (const { segment } of inGraphemes(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > columns) return `${keptWithMark}…`;
    kept += segment;
    if (width < columns) keptWithMark = kept;
  }
  return kept;
}
