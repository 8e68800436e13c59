import { remembered } from '../../base/remembered.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { splitSentences } from '../files/split-sentences.ts';
import type { LintSentence } from './lint-draft.ts';

/** A text as its file has it is most often the one that the facts make. */
const MOST_TEXTS = 2000;

/** The sentences of a text with where each begins; lines break them, and blanks are in none. */
export const sentencesWithOffsets = remembered(readSentences, MOST_TEXTS);

function readSentences(text: string, locale: FarewellLocale): readonly LintSentence[] {
  const sentences: LintSentence[] = [];
  let at = 0;
  for (const piece of splitSentences(text, locale)) {
    const words = piece.trim();
    if (words !== '') sentences.push({ text: words, from: at + piece.indexOf(words) });
    at += piece.length;
  }
  return sentences;
}
