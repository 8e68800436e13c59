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

/** What nearly all texts of Latin script are made of: WORD finds the same in them, ten times as slowly. */
const PLAIN = /^[\0-\u024f\u2010-\u203b\u20ac]*$/;
const PLAIN_WORD = /[\dA-Za-zª²³µ¹º¼-¾À-ÖØ-öø-\u024f][\dA-Za-zª²³µ¹º¼-¾À-ÖØ-öø-\u024f\u00ad]*|[©®]/g;
/** No word reaches over one of these. */
const SPACES = /[ \n]+/g;

/** The words of a text in order: letters and digits, signs, pictograms. Everything else only parts them. */
export function wordsOf(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  if (PLAIN.test(text)) {
    addWords(words, text, 0, PLAIN_WORD);
    return words;
  }
  // One pictogram makes only the piece it stands in slow.
  let start = 0;
  for (const space of text.matchAll(SPACES)) {
    addPiece(words, text.slice(start, space.index), start);
    start = space.index + space[0].length;
  }
  addPiece(words, text.slice(start), start);
  return words;
}

function addPiece(words: TextWord[], piece: string, start: number): void {
  addWords(words, piece, start, PLAIN.test(piece) ? PLAIN_WORD : WORD);
}

function addWords(words: TextWord[], piece: string, from: number, word: RegExp): void {
  word.lastIndex = 0;
  for (let match = word.exec(piece); match !== null; match = word.exec(piece)) {
    const [raw] = match;
    const folded = HAS_LETTER.test(raw) ? foldKnown(raw) : { plain: raw, long: raw };
    if (folded.plain === '') continue;
    const start = from + match.index;
    words.push({ plain: folded.plain, long: folded.long, start, end: start + raw.length });
  }
}

/** Most words of a text are a few thousand common ones. */
const known = new Map<string, FoldedWord>();
const KNOWN_AT_MOST = 20_000;
/** A longer piece of a text holds on to the whole of it in V8. */
const KNOWN_LENGTH = 12;

function foldKnown(word: string): FoldedWord {
  if (word.length > KNOWN_LENGTH) return foldWord(word);
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = foldWord(word);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(word, folded);
  return folded;
}
