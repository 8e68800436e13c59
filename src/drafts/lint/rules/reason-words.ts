import type { ReasonKind } from '../../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';

export interface ReasonWords {
  /** Something is the reason of something. */
  readonly because: RegExp;
  /** And that is our going. */
  readonly leaving: RegExp;
  /** Or it is said not to be. */
  readonly not: RegExp;
  /** What only this rung of the ladder is about. */
  readonly rungs: Readonly<Partial<Record<ReasonKind, RegExp>>>;
}

/** Only the languages in which we are sure; "forced" has no words of its own that others would not have. */
export const reasonWords: Readonly<Partial<Record<FarewellLocale, ReasonWords>>> = {
  de: {
    because:
      /(?<!\p{L})(?:weil|denn|da wir|deshalb|deswegen|darum|daher|wegen|aufgrund|Gründe[n]?|Grund|aus Protest)(?!\p{L})/iu,
    leaving:
      /verlass|(?<!\p{L})(?:wir )?(?:gehen|ziehen (?:uns|um|weg)|hören)(?!\p{L})|Abschied|Schluss|Rückzug|beenden|schließen/iu,
    not: /(?<!\p{L})(?:nicht|kein\p{L}*|weder|statt)(?!\p{L})/iu,
    rungs: {
      values:
        /unsere[nr]? Werte|Hass(?!el)|Hetze|Desinformation|Falschmeldung|Umgangston|Haltung|Eigentümer|Rechtsruck/u,
      resources:
        /Kapazität|Ressourcen|zu wenig (?:Zeit|Leute|Personal)|Personalmangel|Kosten|zu teuer|Spar(?:en|maßnahme|zwang)/u,
      privacy: /Datenschutz|DSGVO|Tracking|persönliche Daten/u,
      'platform-closing': /Plattform (?:schließt|macht dicht|wird (?:geschlossen|eingestellt|abgeschaltet))/u,
      rebrand: /neue[rn]? (?:Marke|Name)|Umbenennung|Fusion|Zusammenschluss|Markenauftritt/u,
      forced: /gesperrt worden|Gericht|Anordnung|Behörde/u,
    },
  },
  en: {
    because: /\b(?:because|since we|as we|why|reasons?|due to|owing to|that is why|so we|over)\b/iu,
    leaving:
      /\b(?:leav(?:e|ing)|left|quit(?:ting)?|go(?:ing)?|moving|stop(?:ping)?|goodbye|farewell|clos(?:e|ing))\b/iu,
    not: /\b(?:not|no|nor|neither|never|instead)\b|n[’']t\b/iu,
    rungs: {
      values: /\bour values\b|\bhate(?:ful)?\b|disinformation|misinformation|\bfake news\b|\btoxic\b|\bowner\b/iu,
      resources:
        /\bcapacity\b|\bresources\b|too few (?:people|staff)|not enough (?:time|people|staff)|\bbudget\b|\bcosts?\b|too expensive|short of staff/iu,
      privacy: /\bprivacy\b|data protection|\bGDPR\b|\btracking\b|personal data/iu,
      'platform-closing': /platform (?:is closing|is shutting|closes|shuts)/iu,
      rebrand: /new (?:brand|name)|\brebrand(?:ing)?\b|\bmerger\b|\bmerging\b/iu,
      forced: /\bcourt\b|\bauthorities\b|\bregulator\b|\bordered to\b/iu,
    },
  },
};
