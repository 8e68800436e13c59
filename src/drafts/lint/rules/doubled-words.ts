import type { FarewellLocale } from '../../../model/farewell/locale.ts';

const WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;
const LETTERS = /^\p{L}{2,}$/u;
const BLANKS = /^[ \u00a0]+$/u;

/** Said twice on purpose, whatever the language. */
const onPurpose = new Set([
  'bye',
  'very',
  'many',
  'ganz',
  'viel',
  'sehr',
  'no',
  'ja',
  'nein',
  'ha',
  'ho',
  'na',
  'so',
  'la',
]);

/** Twice in a row by rule of the language: "had had", "nous nous réjouissons". In Turkish and Arabic it is a way of saying very. */
const byRule: Readonly<Partial<Record<FarewellLocale, readonly string[]>>> = {
  en: ['had', 'that'],
  fr: ['nous', 'vous', 'en'],
  it: ['piano', 'via'],
  pl: ['się'],
};

export interface DoubledWord {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** Words that stand there twice in a row. */
export function doubledWords(text: string, locale: FarewellLocale): readonly DoubledWord[] {
  if (locale === 'tr' || locale === 'ar') return [];
  const allowed = byRule[locale] ?? [];
  const words = [...text.matchAll(WORD)];
  return words.flatMap((match, at) => {
    const [word] = match;
    const before = words[at - 1];
    if (before === undefined || before[0] !== word || !LETTERS.test(word)) return [];
    if (!BLANKS.test(text.slice(before.index + word.length, match.index))) return [];
    const lower = word.toLowerCase();
    if (onPurpose.has(lower) || allowed.includes(lower)) return [];
    return [{ from: before.index, to: match.index + word.length, word }];
  });
}

/** "die die", "der der": there are sentences in which that is right, so that nobody should change it without reading. */
const undecided = new Set([
  'die',
  'der',
  'das',
  'den',
  'dem',
  'sie',
  'dat',
  'que',
  'che',
  'is',
  'her',
  'ihr',
  'uns',
  'sich',
]);

export function isSurelyTooMany(word: string): boolean {
  return !undecided.has(word.toLowerCase());
}
