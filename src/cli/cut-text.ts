const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Signs that take two columns of a terminal. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{RI}\uff01-\uff60]/u;

/**
 * Somebody else's text, fit for a terminal: one line, and nothing in it that moves the cursor, changes colours or turns the
 * direction of what follows.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts a line at its end to so many columns of a terminal, between two characters a reader sees. */
export function cutText(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  let keptWithMark = '';
  for (const { segment } of graphemes.segment(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > columns) return `${keptWithMark}…`;
    kept += segment;
    if (width < columns) keptWithMark = kept;
  }
  return kept;
}
