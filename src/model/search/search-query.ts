import { KnownError } from '../../base/known-error.ts';
import type { FoldedWord } from './fold-word.ts';
import { wordsOf } from './words-of.ts';

/** Words that follow one another; one word is a phrase of one. */
export interface SearchTerm {
  /** At least one. */
  readonly words: readonly FoldedWord[];
  /** The last word is only the beginning of one. */
  readonly isPrefix: boolean;
}

/** „German“, “English”, «French» quotation marks, as word processors and telephones write them. */
const QUOTES = /[„“”«»]/g;
/** "a phrase", with a * outside or inside; or what stands between spaces. A quotation mark that is never closed is a space. */
const PART = /"([^"]*)"(\*?)|[^\s"]+/g;

function termOf(text: string, isPrefix: boolean): SearchTerm | undefined {
  const words = [...wordsOf(text)].map(({ plain, long }) => ({ plain, long }));
  return words.length === 0 ? undefined : { words, isPrefix };
}

/**
 * What a person typed, as terms that must all be found. Every text is a query: signs that mean something to a database mean
 * nothing here, and what a sign parts (`e-mail`, `example.org`) is a phrase.
 * @throws KnownError `search.empty` when there is no word in it
 */
export function readSearchQuery(query: string): readonly SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  for (const [part, phrase, star] of query.replace(QUOTES, '"').matchAll(PART)) {
    const isPrefix = star === '*' || /\*\s*$/.test(phrase ?? part);
    const term = termOf(phrase ?? part, isPrefix);
    if (term !== undefined) terms.set(JSON.stringify(term), term);
  }
  if (terms.size > 0) return [...terms.values()];
  throw new KnownError('search.empty', `There is no word in "${query}".`, {
    hint: 'Search for a word, for "a phrase" in quotes, or for the beginning of a word with * at its end.',
    exitCode: 2,
  });
}
