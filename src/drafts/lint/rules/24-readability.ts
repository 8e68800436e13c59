import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { type ReadSentence, readSentences } from '../readability/read-sentences.ts';
import { type EaseMeasure, readingEase } from '../readability/reading-ease.ts';
import { readParts, saidAt } from './read-parts.ts';

export const readabilityRule: LintRule = {
  id: 'readability',
  severity: 'warning',
  title: { en: 'It can be read on the way', de: 'Es liest sich im Gehen' },
  explanation: {
    en: 'A farewell is read on a telephone, between two other things, by people who did not wait for it. Sentences of more than 25 words are read twice, and a text above the level of a newspaper is not read to its end.',
    de: 'Einen Abschied liest man am Telefon, zwischen zwei anderen Dingen, und gewartet hat niemand darauf. Sätze mit mehr als 25 Wörtern liest man zweimal, und was schwerer ist als eine Zeitung, liest man nicht zu Ende.',
  },
  check: (kit) => readParts(kit).flatMap((part) => ofPart(part, kit)),
};

/** As plain language guides in English and German have it. */
const MOST_WORDS = 25;
/** Articles and prepositions that stand alone make the same sentence longer. */
const MORE_WORDS = 30;
const wordy: readonly FarewellLocale[] = ['fr', 'es', 'it', 'pt'];

/** In a shorter text one name decides the measure. */
const LEAST_WORDS = 100;

/**
 * From here on a text is hard. Flesch called 60 to 70 plain English, Amstad 50 and less difficult, Björnsson more than 50. What the
 * demo says is far on the easy side of each: Flesch from 82, Amstad from 73, LIX up to 36.
 */
const hard: Readonly<Record<EaseMeasure, number>> = { Flesch: 60, Amstad: 50, LIX: 50 };

/** One word of these carries what others say in three: LIX was never made for them. */
const unmeasured: readonly FarewellLocale[] = ['ar', 'tr', 'pl'];

function ofPart(part: LintPart, kit: LintKit): readonly Said[] {
  const facts = kit.claims(part).map(({ claim }) => claim);
  const sentences = readSentences(part.text, facts);
  return [...longSentences(part, sentences), ...(part.name === 'text' ? level(part, sentences) : [])];
}

function longSentences(part: LintPart, sentences: readonly ReadSentence[]): readonly Said[] {
  const most = wordy.includes(part.draft.draft.locale) ? MORE_WORDS : MOST_WORDS;
  return sentences
    .filter(({ words }) => words.length > most)
    .map(({ words, from, to }) =>
      saidAt(
        part,
        [from, to],
        {
          en: `The sentence has ${words.length} words, more than ${most}: “${begin(part.text.slice(from, to))}”.`,
          de: `Der Satz hat ${words.length} Wörter, mehr als ${most}: „${begin(part.text.slice(from, to))}“.`,
        },
        { en: 'Make two sentences of it.', de: 'Machen Sie zwei Sätze daraus.' },
      ),
    );
}

function begin(sentence: string): string {
  const words = sentence.replace(/\s+/g, ' ').split(' ');
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

function level(part: LintPart, sentences: readonly ReadSentence[]): readonly Said[] {
  const { locale } = part.draft.draft;
  // Headings, links at the foot and names of lists are no sentences, and would make every text look easy.
  const read = sentences.filter(({ words }) => words.length >= 3);
  const count = read.reduce((sum, { words }) => sum + words.length, 0);
  if (count < LEAST_WORDS || unmeasured.includes(locale)) return [];
  const { measure, value } = readingEase(read, locale);
  const limit = hard[measure];
  if (measure === 'LIX' ? value <= limit : value >= limit) return [];
  const length = Math.round(count / read.length);
  return [saidAt(part, [0, 0], levelMessage(measure, Math.round(value), length), levelFix)];
}

function levelMessage(measure: EaseMeasure, value: number, length: number): LocalText {
  const limit = hard[measure];
  const side = measure === 'LIX' ? { en: 'above', de: 'über' } : { en: 'below', de: 'unter' };
  return {
    en: `The text is hard to read: ${measure} ${value}, ${side.en} ${limit}, with ${length} words a sentence.`,
    de: `Der Text ist schwer zu lesen: ${measure} ${value}, ${side.de} ${limit}, bei ${length} Wörtern je Satz.`,
  };
}

const levelFix: LocalText = {
  en: 'Write verbs for nouns, take the longest words out, and make two of each long sentence.',
  de: 'Schreiben Sie Verben statt Hauptwörtern, verzichten Sie auf die längsten Wörter, und machen Sie aus jedem langen Satz zwei.',
};
