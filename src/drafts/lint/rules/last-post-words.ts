import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/**
 * Words that say: this is the day of the last post, or of our leaving. Where a sentence has them and a day, it is that day. Only
 * what can hardly mean anything else; "ends" alone may be a prize draw.
 */
export const lastPostWords: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /letzte[rnms]?\s+(?:Beitrag|Post|Tweet|Tag)|verlassen wir|wir verlassen|verabschieden wir uns|endet unsere Zeit|machen wir (?:hier )?Schluss|ist (?:hier )?Schluss/iu,
  en: /(?:last|final)\s+(?:post|tweet|day)|we (?:are|will be|[’']re) leaving|we leave|our time on|we say goodbye|time here ends/iu,
  fr: /dernière?s?\s+(?:publication|message|post|jour)|nous quittons/iu,
  es: /últim[oa]s?\s+(?:publicación|mensaje|día|post)|dejamos|nos despedimos/iu,
  it: /ultim[oa]\s+(?:post|messaggio|giorno)|lasciamo/iu,
  nl: /laatste\s+(?:bericht|post|dag)|verlaten we|we verlaten/iu,
  pl: /ostatni(?:ego|m)?\s+(?:wpis|post|dzień|dniu?)|opuszczamy|żegnamy/iu,
  pt: /últim[oa]\s+(?:publicação|post|dia|mensagem)|deixamos|despedimo-nos/iu,
  tr: /son\s+(?:gönderi|paylaşım|gün)|ayrılıyoruz/iu,
  ar: /آخر\s+(?:منشور|يوم|تغريدة)|نغادر/iu,
};
