import { numberIn } from '../../base/local-format.ts';
import { counted } from '../counted-words.ts';
import { dayOf, type Facts, gapList } from './because.ts';
import type { StatementReason } from './decide-statement.ts';

const n = (count: number): string => numberIn('de', count);
const are = (count: number): string => (count === 1 ? 'ist' : 'sind');
const posts = (count: number): string => counted('de', count, 'post');
const held = ({ holds }: Facts): string => `Export und Sicherung enthalten zusammen ${posts(holds)}`;

/** Where what is held is held, in brackets. */
function where({ both, onlyExport, onlyCrawl, holds }: Facts): string {
  if (onlyExport + both === 0) return ' (alle in der Sicherung)';
  if (onlyCrawl + both === 0) return ' (alle im Export)';
  if (both === holds) return ' (alle in beiden)';
  return ` (${n(both)} in beiden, ${n(onlyExport)} nur im Export, ${n(onlyCrawl)} nur in der Sicherung)`;
}

function exportOf({ exportAt }: Facts): string {
  return exportAt === null ? 'Der offizielle Export' : `Der offizielle Export vom ${dayOf('de', exportAt)}`;
}

/** How the number of posts is proved. */
function proved(facts: Facts): string {
  const { holds, expected, exportSays, crawl } = facts;
  if (facts.proof === 'export') {
    return `${exportOf(facts)} enthält nach eigener Angabe ${posts(exportSays ?? 0)}; er wurde ganz gelesen, und nichts, was die Sicherung auf den öffentlichen Seiten fand, fehlt in ihm. Zusammen enthalten beide ${posts(holds)}${where(facts)}.`;
  }
  if (facts.proof === 'number' || expected === holds) {
    return `Die Plattform zählt ${posts(expected ?? 0)}, und Export und Sicherung enthalten zusammen ${expected === holds ? 'genau so viele' : n(holds)}${where(facts)}.`;
  }
  const number = expected === null ? '' : `Die Plattform zählt ${posts(expected)}. `;
  return `${number}Die Sicherung vom ${dayOf('de', facts.crawlAt)} hat belegt, was öffentlich war, und enthält ${posts(crawl)}; mit dem Export sind es ${n(holds)}${where(facts)}.`;
}

/** A verdict's reason in German. */
export const becauseInGerman: Readonly<Record<StatementReason, (facts: Facts) => string>> = {
  number: (facts) => `${proved(facts)} Nichts deutet darauf hin, dass etwas fehlt.`,
  crawl: (facts) => `${proved(facts)} Nichts deutet darauf hin, dass etwas fehlt.`,
  export: (facts) => `${proved(facts)} Nichts deutet darauf hin, dass etwas fehlt.`,
  'nothing-there': () => 'Die Plattform zählt keine Beiträge, und ihre Liste ist leer: Es gibt nichts zu sichern.',
  named: (facts) => `${proved(facts)} Was offen ist, ist einzeln bekannt: ${gapList('de', facts.gaps)}.`,
  lost: ({ lostFiles }) =>
    `${lostFiles === 1 ? 'Eine Datei, auf der' : `${n(lostFiles)} Dateien, auf denen`} diese Erklärung beruht, ${are(lostFiles)} nicht mehr im Tresor: Was dort fehlt, zählt als verloren.`,
  short: (facts) =>
    `Die Plattform zählt ${posts(facts.expected ?? 0)}, Export und Sicherung enthalten zusammen ${n(facts.holds)}${where(facts)}. Es ${facts.missing === 1 ? 'fehlt einer' : `fehlen ${n(facts.missing)}`}${facts.newer > 0 ? `, denn ${n(facts.newer)} ${are(facts.newer)} neuer als die Zahl der Plattform` : ''}${facts.named > 0 ? `; ${n(facts.named)} davon ${are(facts.named)} namentlich bekannt` : ''}.`,
  hidden: (facts) =>
    `Die Plattform zählt ${posts(facts.expected ?? 0)}, Export und Sicherung enthalten zusammen ${n(facts.holds)}${where(facts)}, darunter alles, was zu sehen war. ${facts.missing === 1 ? 'Der eine übrige ist' : `Die übrigen ${n(facts.missing)} sind`} verborgen, gelöscht oder verloren: Aus der Zahl der Plattform geht das nicht hervor.`,
  'known-missing': (facts) =>
    `${held(facts)}${where(facts)}. Bekannt, aber nicht hier: ${gapList('de', facts.gaps)}; und nichts beweist, dass das alles ist.`,
  walled: (facts) =>
    `Die Sicherung enthält ${posts(facts.holds)}, etwas stand ihr im Weg, und einen offiziellen Export gibt es nicht.`,
  'no-crawl': (facts) =>
    `Der Export enthält ${posts(facts.holds)}. Es gibt keine Sicherung, in der Beiträge gelesen wurden; wie viele öffentlich waren, sagt daher nichts.`,
  'no-export': (facts) =>
    `Die Sicherung enthält ${posts(facts.holds)}. Nichts Öffentliches beweist, dass das alle sind, und einen offiziellen Export gibt es nicht.`,
  empty: () => 'Weder Export noch Sicherung enthält einen Beitrag, und nichts beweist, dass es keinen gibt.',
  contradiction: (facts) =>
    `${held(facts)}${where(facts)}, wie es eine Zahl der Plattform besagt; eine andere nennt mehr.`,
  'newer-than-crawl': (facts) =>
    `${held(facts)}${where(facts)}. Von diesen ${are(facts.newer)} ${n(facts.newer)} neuer als die Sicherung vom ${dayOf('de', facts.crawlAt)}, und nichts beweist, dass es nicht noch andere sind: Sichern Sie den Kanal noch einmal.`,
  'other-kinds': (facts) =>
    `${held(facts)}${where(facts)}. Darunter ${are(facts.others)} ${n(facts.others)} von einer Art, die in der Zahl der Plattform nicht vorkommt; wie viele es davon gibt, sagt also nichts.`,
  'count-too-low': (facts) =>
    `${held(facts)}${where(facts)}, die Plattform zählt aber nur ${n(facts.expected ?? 0)}: Seither wurden welche gelöscht, oder ihre Zahl ist falsch. So oder so beweist sie nichts.`,
  inexact: (facts) =>
    `${held(facts)}${where(facts)}. Die Plattform nennt keine genaue Zahl${facts.inexact === null ? '' : `, nur rund ${n(facts.inexact)}`}; das beweist nichts.`,
  'nothing-says': (facts) =>
    `${held(facts)}${where(facts)}. Weder die Plattform noch der Export sagt, wie viele es gibt.`,
};
