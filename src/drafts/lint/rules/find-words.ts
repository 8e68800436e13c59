const PART_OF_WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * A pattern for whole words, to be used with `findWords`. That no letter stands before one is asked there: an expression that
 * begins with looking back is tried at every letter of a text, and takes ten times as long.
 */
export function wordPattern(words: string, flags = 'gu'): RegExp {
  return new RegExp(`(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/** Every place where one of the words stands by itself. */
export function findWords(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(({ index }) => !isWithinWord(text, index));
}

/** Whether a letter stands before this place. */
export function isWithinWord(text: string, at: number): boolean {
  return at > 0 && PART_OF_WORD.test(text[at - 1] ?? '');
}
