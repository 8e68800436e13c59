import type { DutyKind } from '../../model/farewell/reports/contracts-report.ts';

/** Words of duties, German and English in one: a contract may be in either, and a company has both. */
export const dutyWords: Readonly<Record<Exclude<DutyKind, 'named'>, RegExp>> = {
  posts:
    /Beitr[aä]ge?n?\b|\bPosts?\b|Postings?\b|\bTweets?\b|Reels?\b|\bStor(?:y|ies|ys)\b|Veröffentlichung|\bposts?\b|publish/iu,
  prize: /Gewinnspiel|Verlosung|Preisausschreiben|prize draw|giveaway|raffle|sweepstake|competition/iu,
  print:
    /Druck|Plakat|Flyer|Broschüre|Verpackung|Trikot|Bande\b|Aufkleber|Logo|\bprint|poster|packag|brochure|leaflet|jersey|billboard/iu,
  mention: /Nennung|nennen|erwähn|markier|verlink|taggen|Hashtag|\bmention|\btag(?:s|ged)?\b|credit|link to/iu,
  period:
    /Laufzeit|monatlich|wöchentlich|jährlich|Quartal|Saison|Spieltag|bis (?:zum|Ende|einschließlich)|\bterm\b|monthly|weekly|annual|quarter|season|until|by the end/iu,
};
