import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { splitSentences } from '../files/split-sentences.ts';
import type { LintSentence } from './lint-draft.ts';

/** The sentences of a text with where each begins; lines break them, and blanks are in none. */
export function sentencesWithOffsets(text: string, locale: FarewellLocale): readonly LintSentence[] {
  const sentences: LintSentence[] = [];
  let at = 0;
  for (const piece of splitSentences(text, locale)) {
    const words = piece.trim();
    if (words !== '') sentences.push({ text: words, from: at + piece.indexOf(words) });
    at += piece.length;
  }
  return sentences;
}
