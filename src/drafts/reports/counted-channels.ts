import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { HypocrisyReport } from '../../model/farewell/reports/hypocrisy-report.ts';
import { type ReportLanguage, reportLanguages } from '../../model/farewell/reports/report-names.ts';
import type { ReportSources } from './sources.ts';

const numbers = {
  de: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

const nouns = {
  de: 'Apps|Kanälen?|Plattformen|Netzwerken?|Auftritten?|Konten',
  en: 'apps|channels|platforms|networks|accounts|presences',
} as const;

/** Whoever reads “six apps” counts them. The right number is not told. */
export function countedChannels(
  { reason }: Pick<ExitFacts, 'reason'>,
  listed: number,
  sources: ReportSources,
  first: ReportLanguage,
): HypocrisyReport['counted'] {
  for (const language of [first, ...reportLanguages]) {
    const words = numbers[language];
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(${words.join('|')}|\\d{1,3})\\s+(?:\\p{L}+\\s+)?(?:${nouns[language]})(?!\\p{L})`,
      'iu',
    );
    const [said, number] = pattern.exec(reason.sentence?.[language] ?? '') ?? [];
    if (said === undefined || number === undefined) continue;
    const at = (words as readonly string[]).indexOf(number.toLowerCase());
    const count = at < 0 ? Number(number) : at + 2;
    if (count !== listed) return { said, listed, source: sources.fact(`reason.sentence.${language}`) };
  }
  return null;
}
