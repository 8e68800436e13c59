import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { PromisePatterns } from './promise-patterns.ts';
import { arabicPromises } from './words/ar.ts';
import { germanPromises } from './words/de.ts';
import { englishPromises } from './words/en.ts';
import { spanishPromises } from './words/es.ts';
import { frenchPromises } from './words/fr.ts';
import { italianPromises } from './words/it.ts';
import { dutchPromises } from './words/nl.ts';
import { polishPromises } from './words/pl.ts';
import { portuguesePromises } from './words/pt.ts';
import { turkishPromises } from './words/tr.ts';

export const promiseWords: Readonly<Record<FarewellLocale, PromisePatterns>> = {
  de: germanPromises,
  en: englishPromises,
  fr: frenchPromises,
  es: spanishPromises,
  it: italianPromises,
  nl: dutchPromises,
  pl: polishPromises,
  pt: portuguesePromises,
  tr: turkishPromises,
  ar: arabicPromises,
};

/** Words that turn a promise into its opposite. */
export const refusals: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /\b(?:nicht|nie|niemals|kein(?:e|en|er|em)?)\b/iu,
  en: /\b(?:not|never|no|cannot|can[’']t|won[’']t|don[’']t|nobody)\b/iu,
};
