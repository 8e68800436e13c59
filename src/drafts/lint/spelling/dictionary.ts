import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** What says whether a word is one of a language. */
export interface Dictionary {
  readonly locale: FarewellLocale;
  /** @param word in letters, with ' and - within it; as it is written, in its case */
  knows(word: string): boolean;
  /** Words that it may have been meant to be, the likeliest first; takes a tenth of a second. */
  suggest(word: string): readonly string[];
}
