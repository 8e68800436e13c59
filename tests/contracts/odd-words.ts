import type { FoldedWord } from '../../src/model/search/fold-word.ts';
import { readSearchQuery, type SearchTerm } from '../../src/model/search/search-query.ts';

/** What is hard to search: spellings of one word, scripts without spaces, and signs that mean something to a database. */
export const ODD_WORDS = (
  'München Muenchen Munchen Mue Mu Menü Menue Menu neue neu du due Straße strasse Citroën Citroen æther Århus aarhus 東京 京都 ' +
  '한국어 ไทย e-mail don’t 🎉 👩‍💻 1️⃣ ½ שָׁלוֹם أَحْمَد AND OR NOT NEAR( * - ( : ^ \u0000 \ue000 \ud800 % _ \\ Häuser Haeuser aa \u0308 ẞ İ ı'
).split(' ');

/** Whole numbers below `most`, the same ones every time. */
export function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** [] for a query without a word. */
export function termsOf(query: string): readonly SearchTerm[] {
  try {
    return readSearchQuery(query);
  } catch {
    return [];
  }
}

/** Whether a term stands among the words of a text, in either spelling. */
export function stands({ words, isPrefix }: SearchTerm, text: readonly FoldedWord[]): boolean {
  const standsAt = (at: number, form: keyof FoldedWord): boolean =>
    words.every((word, index) => {
      const here = text[at + index]?.[form];
      return isPrefix && index === words.length - 1 ? here?.startsWith(word[form]) === true : here === word[form];
    });
  return text.some((_, at) => standsAt(at, 'plain') || standsAt(at, 'long'));
}
