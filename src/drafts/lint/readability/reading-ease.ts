import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { ReadSentence } from './read-sentences.ts';
import { englishSyllables, germanSyllables } from './syllables.ts';

export type EaseMeasure = 'Flesch' | 'Amstad' | 'LIX';

export interface ReadingEase {
  readonly measure: EaseMeasure;
  /** Flesch and Amstad: the more, the easier, 100 and more for children. LIX: the more, the harder. */
  readonly value: number;
}

interface Means {
  /** Words a sentence. */
  readonly length: number;
  readonly words: readonly string[];
}

/**
 * How hard a text is to read, by the measure that was made for its language.
 * @see R. Flesch, A New Readability Yardstick (1948); T. Amstad, Wie verständlich sind unsere Zeitungen? (1978);
 *   C. H. Björnsson, Läsbarhet (1968)
 */
export function readingEase(sentences: readonly ReadSentence[], locale: FarewellLocale): ReadingEase {
  const words = sentences.flatMap((one) => one.words);
  const means = { length: words.length / Math.max(1, sentences.length), words };
  if (locale === 'en')
    return { measure: 'Flesch', value: 206.835 - 1.015 * means.length - 84.6 * each(means, englishSyllables) };
  if (locale === 'de') return { measure: 'Amstad', value: 180 - means.length - 58.5 * each(means, germanSyllables) };
  return { measure: 'LIX', value: means.length + 100 * each(means, (word) => ([...word].length > 6 ? 1 : 0)) };
}

function each({ words }: Means, count: (word: string) => number): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + count(word), 0) / words.length;
}
