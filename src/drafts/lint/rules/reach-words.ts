import type { FarewellLocale } from '../../../model/farewell/locale.ts';

export interface ReachWords {
  /** Somebody is asked to follow, to write, to look there. */
  readonly reach: RegExp;
  /** Or not to, or it is said that nobody is there any more. */
  readonly not: RegExp;
}

export const reachWords: Readonly<Record<FarewellLocale, ReachWords>> = {
  de: {
    reach:
      /folg(?:en|t|e)|erreich|schreib|finde[nt]|besuch|weiterhin|Kontakt|Nachricht an|sprecht|sprechen Sie|markier/iu,
    not: /(?<!\p{L})(?:nicht|nichts|nie|kein\p{L}*|war|waren|hieß|ehemal\p{L}*|früher\p{L}*|bisher\p{L}*|gelesen|gefolgt|verlassen|löschen|gelöscht|endet?|letzte\p{L}*)(?!\p{L})/iu,
  },
  en: {
    reach: /\bfollow\b|\breach\b|\bwrite\b|\bfind\b|\bvisit\b|\bmessage us\b|\bcontact\b|\bDM\b|\btag\b|\bstill\b/iu,
    not: /\b(?:not|nothing|never|no|was|were|used to|former(?:ly)?|until|left|leaving|leave|delet\p{L}*|ends?|ended|last)\b|n[’']t\b/iu,
  },
  fr: {
    reach: /suiv(?:ez|re|s)|écri(?:vez|re|s)|(?:re)?trouv(?:ez|er)|contact|joindre/iu,
    not: /(?<!\p{L})(?:ne|pas|plus|rien|était|ancien\p{L}*|quitt\p{L}*|supprim\p{L}*|dernière?)(?!\p{L})|n[’']/iu,
  },
  es: {
    reach: /(?<!\p{L})(?:s[ií]g[au]\p{L}*|seguir\p{L}*|escr[ií]\p{L}*|encontr\p{L}*|encuentr\p{L}*|contact\p{L}*)/iu,
    not: /(?<!\p{L})(?:no|nada|nunca|era|antigu\p{L}*|dejamos|elimin\p{L}*|últim\p{L}*)(?!\p{L})/iu,
  },
  it: {
    reach: /(?<!\p{L})(?:segu\p{L}*|scriv\p{L}*|trov\p{L}*|contatt\p{L}*)/iu,
    not: /(?<!\p{L})(?:non|nulla|niente|mai|era|ex|lasciamo|cancell\p{L}*|ultim\p{L}*)(?!\p{L})/iu,
  },
  nl: {
    reach: /(?<!\p{L})(?:volg\p{L}*|schrijf\p{L}*|bereik\p{L}*|vind\p{L}*|contact)/iu,
    not: /(?<!\p{L})(?:niet|niets|geen|nooit|was|voormalig\p{L}*|verlaten|verwijder\p{L}*|laatste)(?!\p{L})/iu,
  },
  pl: {
    reach: /(?<!\p{L})(?:obserwuj\p{L}*|śledź\p{L}*|pisz\p{L}*|napisz\p{L}*|znajdziesz|znajdą|kontakt\p{L}*)/iu,
    not: /(?<!\p{L})(?:nie|nic|nigdy|był\p{L}*|dawn\p{L}*|usuw\p{L}*|usuni\p{L}*|ostatni\p{L}*)(?!\p{L})/iu,
  },
  pt: {
    reach: /(?<!\p{L})(?:sig\p{L}*|segu(?:ir|e)\p{L}*|escrev\p{L}*|encontr\p{L}*|contact\p{L}*)/iu,
    not: /(?<!\p{L})(?:não|nada|nunca|era|antig\p{L}*|deixamos|apag\p{L}*|últim\p{L}*)(?!\p{L})/iu,
  },
  tr: {
    reach: /takip ed|bize yaz|ulaş|bulabilir/iu,
    not: /değil|artık|yok|eski|siliyoruz|silinecek|son(?!\p{L})/iu,
  },
  ar: {
    reach: /تابعونا|تابعنا|راسلونا|تجدوننا|تواصلوا/u,
    not: /(?<!\p{L})(?:لا|لن|لم|ليس|كان|نحذف|آخر)(?!\p{L})/u,
  },
};
