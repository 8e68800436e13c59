import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Words in which thanks are said; one of them in a text is enough. */
export const thanksWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /(?<!\p{L})(?:dank|danke|danken|dankbar|bedanken|dankeschön|merci)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:thanks?|thank|thankful|grateful|gratitude|appreciate)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:merci|remerci\p{L}*|reconnaissan\p{L}+)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:gracias|agradec\p{L}*)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:grazie|ringrazi\p{L}*)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:dank|bedankt|danken|dankbaar|dankjewel)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:dzięk\p{L}*|podziękowa\p{L}*|wdzięczn\p{L}*)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:obrigad\p{L}*|agradec\p{L}*|gratidão)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:teşekkür\p{L}*|sağ ol\p{L}*|minnettar\p{L}*)(?!\p{L})/iu,
  ar: /شكر|نشكر|ممتن/u,
};
