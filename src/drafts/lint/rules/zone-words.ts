import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** Names of zones that are more than a few letters: German time, heure de Paris. */
export const zoneWords: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /(?:deutsche[rn]?|mitteleuropäische[rn]?|Berliner|Wiener|Zürcher|Züricher) (?:Sommer)?zeit|Ortszeit/iu,
  en: /(?:local|central european|eastern|pacific|german|berlin|london|uk|us) time/iu,
  fr: /heures? (?:de Paris|de Berlin|d[’']Europe centrale|locale|française|allemande)/iu,
  es: /hora (?:peninsular|local|central europea|de (?:Madrid|España|Berlín))/iu,
  it: /ora (?:locale|italiana|di Roma|di Berlino|dell[’']Europa centrale)/iu,
  nl: /(?:plaatselijke|Nederlandse|Midden-Europese|Duitse) tijd/iu,
  pl: /czasu? (?:lokaln|polski|środkowoeuropejski|niemiecki|w Polsce)/iu,
  pt: /hora (?:local|de (?:Lisboa|Berlim|Brasília)|da Europa Central)/iu,
  tr: /(?:yerel saat|Türkiye saati|saatiyle|saati ile)/iu,
  ar: /بتوقيت|التوقيت المحلي/u,
};

/** IST and the like are the names of several zones, and are not here. */
const minutesOf: ReadonlyMap<string, number> = new Map([
  ['WET', 0],
  ['MEZ', 60],
  ['CET', 60],
  ['HNEC', 60],
  ['WEST', 60],
  ['BST', 60],
  ['MESZ', 120],
  ['CEST', 120],
  ['HAEC', 120],
  ['EET', 120],
  ['EEST', 180],
  ['TRT', 180],
  ['MSK', 180],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['PST', -480],
  ['PDT', -420],
]);

/** How far a zone is ahead of UTC, in minutes; null where its name does not say. @param zone as in a claim: `UTC+1` */
export function zoneMinutes(zone: string): number | null {
  const known = minutesOf.get(zone);
  if (known !== undefined) return known;
  const match = /^(?:UTC|GMT|غرينتش)(?:([+-])(\d{1,2})(?::(\d{2}))?)?$/u.exec(zone);
  if (match === null) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
