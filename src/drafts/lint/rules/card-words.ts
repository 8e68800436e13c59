import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Words by which a card says what is better left unsaid. In other languages there is no card of ours to learn them from. */
export const unsaidWords: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /nicht sagen|nicht gesagt|was wir nicht|sagen wir nicht|sagen Sie (?:bitte )?nicht|bitte nicht|keine Aussagen?/iu,
  en: /(?:do not|don[’']t|never|not to) say|what not to|better left unsaid|please avoid/iu,
};
