import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Written in capitals by everybody, or by those whose name it is. Up to five letters nearly everything may be one. */
const abbreviations = new Set(
  'DSGVO BFSG UNESCO UNICEF SCHUFA BAFÖG GALERIA ARD-ZDF INTERPOL EUROPOL FRONTEX NASDAQ WLAN HTML HTTPS SMS IBAN XING BLUESKY-API MASTODON-API OPENAI GDPR CCPA CAPTCHA ADHS HIV AIDS RGPD AVG RODO KVKK'.split(
    ' ',
  ),
);

/** Words that nobody shortens: in capitals they are shouted, however few letters they have. */
const shouted: Readonly<Partial<Record<FarewellLocale, ReadonlySet<string>>>> = {
  de: new Set(
    'JETZT NICHT NIE BITTE DANKE IMMER HEUTE ALLE ALLES NUR SOFORT ENDE LETZTE LETZTER LETZTES SCHLUSS NEU HIER MEHR WEG STOP STOPP TSCHÜSS TSCHÜS KEIN KEINE'.split(
      ' ',
    ),
  ),
  en: new Set(
    'NOW LAST NEVER NOT PLEASE STOP FREE TODAY ONLY FINAL ENDS LEAVING BYE THANK THANKS YOU HERE GONE EVER ALWAYS MUST NEW READ'.split(
      ' ',
    ),
  ),
  fr: new Set('MAINTENANT JAMAIS MERCI DERNIER DERNIÈRE ICI TOUS FIN'.split(' ')),
  es: new Set('AHORA NUNCA GRACIAS ÚLTIMO ÚLTIMA AQUÍ TODOS HOY'.split(' ')),
  it: new Set('ORA MAI GRAZIE ULTIMO ULTIMA TUTTI OGGI SUBITO'.split(' ')),
  nl: new Set('NU NOOIT NIET LAATSTE HIER ALLES BEDANKT VANDAAG'.split(' ')),
  pl: new Set('TERAZ NIGDY OSTATNI DZIĘKUJEMY TUTAJ DZIŚ'.split(' ')),
  pt: new Set('AGORA NUNCA OBRIGADO OBRIGADA ÚLTIMO ÚLTIMA AQUI HOJE'.split(' ')),
  tr: new Set('ŞİMDİ ASLA SON BURADA BUGÜN TEŞEKKÜRLER'.split(' ')),
};

/** From so many letters on a word in capitals is shouted, unless it is known. */
const LONG = 6;

/** What stands before it makes it a part of something else. */
const PART = /[\p{L}\p{M}\p{N}_#@&.\ufffc-]/u;
const CAPITALS = /\p{Lu}{2,}(?![\p{L}\p{M}\p{N}_&\ufffc])/gu;

/** Words in capitals that are neither short for something nor a name. @param names texts whose words may stand in capitals */
export function shoutedWords(
  text: string,
  locale: FarewellLocale,
  names: string,
): readonly { readonly said: string; readonly from: number }[] {
  const known = shouted[locale];
  return [...text.matchAll(CAPITALS)]
    .filter(({ index }) => index === 0 || !PART.test(text[index - 1] ?? ''))
    .map((match) => ({ said: match[0], from: match.index }))
    .filter(({ said }) => known?.has(said) === true || (said.length >= LONG && !abbreviations.has(said)))
    .filter(({ said }) => !names.includes(said));
}
