import { type FoldedWord, foldWord } from './fold-word.ts';

/** One word of a text, folded, and where it stands in the text as it was given. */
export interface TextWord extends FoldedWord {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * Scripts that are written without spaces between words, or with endings stuck to them. Every sign is a word of its own, so
 * that any part of a text is found as a phrase of signs.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}' +
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A sign; a word, perhaps with soft hyphens in it; a pictogram; a flag. */
const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\u00AD])*` +
    '|\\p{Extended_Pictographic}|\\p{RI}\\p{RI}',
  'gu',
);
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** The words of a text in order: letters and digits, signs, pictograms. Everything else only parts them. */
export function* wordsOf(text: string): Generator<TextWord> {
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    const folded = HAS_LETTER.test(raw) ? foldWord(raw) : { plain: raw, long: raw };
    if (folded.plain !== '') yield { ...folded, start: match.index, end: match.index + raw.length };
  }
}
