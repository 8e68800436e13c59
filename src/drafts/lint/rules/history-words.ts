import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** At the end of what stands before a day: it is one of long ago, and no fact of the exit. */
export const historyWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /(?<!\p{L})(?:seit(?:\s+dem)?|vom|gegründet am|damals,? am|geboren am)\s+$/iu,
  en: /(?<!\p{L})(?:since|founded on|born on|back on)\s+$/iu,
  fr: /(?<!\p{L})(?:depuis(?:\s+le)?|du)\s+$/iu,
  es: /(?<!\p{L})(?:desde(?:\s+el)?)\s+$/iu,
  it: /(?<!\p{L})(?:dal(?:l[’'])?)\s*$/iu,
  nl: /(?<!\p{L})(?:sinds|sedert)\s+$/iu,
  pl: /(?<!\p{L})(?:od)\s+$/iu,
  pt: /(?<!\p{L})(?:desde(?:\s+o)?)\s+$/iu,
  // The word for "since" stands behind the day.
  tr: /^$/u,
  ar: /منذ\s+$/u,
};
