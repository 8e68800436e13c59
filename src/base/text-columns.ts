let graphemes: Intl.Segmenter | undefined;

/** Made when a text needs it: most are plain, and to make it takes longer than many a command as a whole. */
function inGraphemes(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** Signs that take two columns of a terminal. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\p{RI}\uff01-\uff60]|\ufe0f/u;

/** How many columns of a terminal a line takes. */
export function columnsOf(text: string): number {
  // Most lines are plain, and there are thousands of them.
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of inGraphemes(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

/** Behind the last sign at which an address or a name is broken with ease, unless that leaves a scrap; else at its end. */
function breakIn(piece: string): number {
  const [before = ''] = /^.*[/.?&=_-]/.exec(piece) ?? [];
  return before.length > piece.length / 3 ? before.length : piece.length;
}

/** Fills up a line with spaces at its end; one that is longer stays as it is. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/**
 * Lines no longer than `width` as `measure` has it, broken at spaces, and within a word only where it would not fit into a
 * line of its own.
 * @param measure in whatever unit `width` is; columns of a terminal without one
 */
export function wrapMeasured(
  text: string,
  width: number,
  measure: (text: string) => number = columnsOf,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const all: string[] = [];
  let piece = '';
  for (const { segment } of inGraphemes(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      const at = breakIn(piece);
      all.push(piece.slice(0, at));
      piece = piece.slice(at) + segment;
    } else {
      piece += segment;
    }
  }
  return [...all, piece];
}

/** As `plainLine`, line by line: what its author has set apart stays apart. */
export function plainLines(text: string): string {
  return text.trimEnd().split('\n').map(plainLine).join('\n');
}

/**
 * Somebody else's text, fit for a terminal and for a drawing: one line, and nothing in it that moves the cursor, changes
 * colours or turns the direction of what follows.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
