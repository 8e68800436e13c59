/** Made once: making one costs more than splitting a post. Where graphemes end is the same in every language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Signs none of which is ever joined with another of them: most texts in Latin letters, a hundred times as fast. */
const nothingJoins = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20ac]*$/;

/** A text as the signs that a reader sees: a family, a flag, a letter with its accents are one each. */
export function splitGraphemes(text: string): readonly string[] {
  if (nothingJoins.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
