import type { ReportLanguage } from '../../model/farewell/reports/report-names.ts';

/** Words about coming back, in the two languages that are judged. */
export interface DoorWords {
  /** Shuts the door. */
  readonly shut: RegExp;
  /** Right before such words they say the contrary: “this is no farewell for ever”. */
  readonly not: RegExp;
  /** Promises a return. */
  readonly promised: RegExp;
  /** Asks somebody not to promise anything. */
  readonly memo: RegExp;
}

export const doorWords: Readonly<Record<ReportLanguage, DoorWords>> = {
  de: {
    shut: /für (?:immer|alle Zeit)|auf (?:immer|ewig)|endgültig|unwiderruflich|ein für alle Mal|kein Zurück|(?<!\p{L})nie(?:mals)? (?:wieder|mehr|zurück)|kommen (?:wir )?nicht (?:mehr )?(?:zurück|wieder)|(?:keine|ohne) Rückkehr/giu,
    not: /(?:\bkein\w*|\bnicht|\bohne)\s(?:\S+\s){0,3}$/iu,
    promised:
      /wir (?:kommen|sind bald) (?:\S+\s){0,2}(?:wieder|zurück)\b|\bbis bald (?:hier|auf)|auf Wiedersehen (?:hier|auf)|nur (?:eine|eine kurze) Pause|vorübergehend/iu,
    memo: /keine Zusagen|Zusage darüber|in einem (?:oder fünf )?Jahr|wo wir in/iu,
  },
  en: {
    shut: /\bfor ?ever\b|\bfor good\b|\bpermanent(?:ly)?\b|once and for all|no (?:way|going|turning) back|never (?:again|return|come back|coming back|be back)|(?:not|won[’']t) (?:be )?(?:coming|come|return) ?(?:back|ing)?/giu,
    not: /\b(?:not|no|isn[’']t|never|nor)\s(?:\S+\s){0,3}$/iu,
    promised:
      /we(?: will|[’']ll) (?:be|come|soon be) back|see you (?:soon|again) (?:here|on)|just a (?:break|pause)|\btemporarily\b/iu,
    memo: /no promises|any promise about/iu,
  },
};
