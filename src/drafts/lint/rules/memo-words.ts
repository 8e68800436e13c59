import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Words of papers that are for the house alone. */
export const internalWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /^\W*intern\s*[:–-]|(?<!\p{L})(?:nur intern|intern gilt|interne[rn]? (?:Gebrauch|Hinweis|Sprachregelung|Notiz)|Sprachregelung|(?:bleibt|bleiben) (?:es |das |sie )?(?:bitte )?unter uns|nicht weitersagen|vertraulich behandeln|nur für (?:Mitarbeitende|Mitarbeiter|das Team))(?!\p{L})/iu,
  en: /^\W*internal\s*[:–-]|\binternal(?:ly)? (?:use )?only\b|\bfor internal use\b|\bdo not share (?:this|it)\b|\bnot for publication\b|\bkeep (?:this|it) (?:confidential|to yourself|among ourselves|between us)\b|\bstaff only\b|\btalking points\b/iu,
  fr: /usage interne|ne pas diffuser|reste entre nous/iu,
  es: /uso interno|no difundir|queda entre nosotros/iu,
  it: /uso interno|non diffondere|resta tra noi/iu,
  nl: /intern gebruik|alleen intern|blijft onder ons/iu,
  pl: /użytku wewnętrznego|nie rozpowszechniać|zostaje między nami/iu,
  pt: /uso interno|não divulgar|fica entre nós/iu,
  tr: /kurum içi kullanım|aramızda kalsın/iu,
  ar: /للاستخدام الداخلي/u,
};

/** Words of a paper that is told before its time; a press release may have them. */
export const embargoWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /Sperrfrist|(?<!\p{L})Embargo\s*(?:bis|:)|bitten wir um Stillschweigen/iu,
  en: /\bembargo(?:ed)?\s*(?:until|till|:)|\bunder embargo\b|\bconfidential until\b/iu,
  fr: /sous embargo|embargo\s*(?:jusqu|:)/iu,
  es: /(?<!\p{L})embargad[oa] hasta|embargo informativo/iu,
  it: /sotto embargo|embargo\s*(?:fino|:)/iu,
  nl: /onder embargo|embargo\s*(?:tot|:)/iu,
  pl: /embargo\s*(?:do|:)/iu,
  pt: /sob embargo|embargo\s*(?:até|:)/iu,
  tr: /ambargolu|yayın ambargosu/iu,
  ar: /حظر (?:ال)?نشر/u,
};
