import type { Dictionary } from './dictionary.ts';

/** Nobody misspells these in a way that a dictionary would know. */
const SHORT = 3;
const CAPITALS = /^[\p{Lu}\p{M}\d]+(?:-[\p{Lu}\d]+)*s?$/u;
/** LinkedIn, KundInnen */
const CAMEL = /\p{Ll}\p{Lu}/u;
const ENDING = /(?:'s|s|es|'|n|en)$/u;

/**
 * Whether a word is spelt as a dictionary has it, or is known otherwise.
 * @param known in small letters
 */
export function isSpelt(word: string, dictionary: Dictionary, known: ReadonlySet<string>): boolean {
  if (word.length < SHORT || CAPITALS.test(word) || CAMEL.test(word)) return true;
  const small = word.toLowerCase();
  if (known.has(small) || known.has(small.replace(ENDING, ''))) return true;
  if (dictionary.knows(word)) return true;
  const pieces = word.split('-');
  if (pieces.length > 1) return pieces.every((piece, at) => isPiece(piece, at < pieces.length - 1, dictionary, known));
  const [stem = '', ending = '', ...more] = word.split("'");
  return more.length === 0 && ending.length > 0 && ending.length <= 2 && isSpelt(stem, dictionary, known);
}

/** `Informations-` is no word by itself; dictionaries have some of these with their hyphen. */
function isPiece(piece: string, hasMore: boolean, dictionary: Dictionary, known: ReadonlySet<string>): boolean {
  const large = `${piece.slice(0, 1).toUpperCase()}${piece.slice(1)}`;
  return isSpelt(piece, dictionary, known) || dictionary.knows(large) || (hasMore && dictionary.knows(`${large}-`));
}
