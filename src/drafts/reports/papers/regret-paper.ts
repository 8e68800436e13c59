import { dayIn } from '../../../base/local-format.ts';
import type { RegretReport, WayBack } from '../../../model/farewell/reports/regret-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type { ReportPaper, ReportPoint, ReportSection } from '../../../model/farewell/reports/report-paper.ts';
import { type RegretWords, regretWords } from '../words/regret-words.ts';

/** What we say about coming back, as somebody reads it. */
export function regretPaper(report: RegretReport, language: ReportLanguage): ReportPaper {
  const words = regretWords[language];
  const { shut, promised } = report;
  return {
    name: 'regret',
    language,
    title: words.title,
    lead: [...verdict(report, words), outside(report, words)],
    table: null,
    sections: [
      ...section(
        words.shut,
        shut.map((one) => ({ says: words.shutPoint, sources: [one], todo: words.shutTodo })),
      ),
      ...section(
        words.promised,
        promised.map((one) => ({ says: words.promisedPoint, sources: [one], todo: words.promisedTodo })),
      ),
      ...section(
        words.way,
        report.ways.flatMap((way) => wayPoints(way, words, language)),
      ),
      ...section(words.open, openPoints(report, words)),
      ...section(words.comeback, [comebackPoint(report, words)]),
    ],
  };
}

function section(heading: string, points: readonly ReportPoint[]): readonly ReportSection[] {
  return points.length === 0 ? [] : [{ heading, todo: null, points }];
}

function verdict({ shut, promised }: RegretReport, words: RegretWords): readonly string[] {
  if (shut.length + promised.length === 0) return [words.isOpen];
  return [
    ...(shut.length === 0 ? [] : [words.isShut(shut.length)]),
    ...(promised.length === 0 ? [] : [words.isPromised(promised.length)]),
  ];
}

function outside({ open }: RegretReport, words: RegretWords): string {
  if (open.some(({ isPublic }) => isPublic)) return words.saidOutside;
  return open.length === 0 ? words.unsaid : words.saidInside;
}

function openPoints({ open, memo }: RegretReport, words: RegretWords): readonly ReportPoint[] {
  const of = (wished: boolean) => open.filter(({ isPublic }) => isPublic === wished).map(({ source }) => source);
  const points: ReportPoint[] = [];
  const [outside, inside] = [of(true), of(false)];
  if (outside.length > 0) points.push({ says: words.openPublic, sources: outside, todo: null });
  if (inside.length > 0) {
    points.push({ says: words.openInside, sources: inside, todo: outside.length === 0 ? words.openTodo : null });
  }
  if (memo.length > 0) points.push({ says: words.memo, sources: memo, todo: null });
  return points;
}

function wayPoints(
  { platform, mode, name, source }: WayBack,
  words: RegretWords,
  language: ReportLanguage,
): readonly ReportPoint[] {
  const way = { says: words.mode[mode](platform), sources: [source], todo: words.modeTodo[mode] };
  if (mode !== 'delete') return [way];
  if (name === null) return [way, { says: words.noName, sources: [], todo: null }];
  const says = words.name(name.text[language], dayIn(language, name.checkedOn));
  const from = { file: name.source, line: null, page: null, words: null, locale: null };
  return [way, { says, sources: [from], todo: null }];
}

function comebackPoint({ comeback }: RegretReport, words: RegretWords): ReportPoint {
  return comeback === null
    ? { says: words.notReady, sources: [], todo: words.notReadyTodo }
    : { says: words.ready, sources: [comeback], todo: null };
}
