import type { HypocrisyReport } from '../../../model/farewell/reports/hypocrisy-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type { ReportPaper, ReportPoint, ReportSection } from '../../../model/farewell/reports/report-paper.ts';
import { type HypocrisyWords, hypocrisyWords } from '../words/hypocrisy-words.ts';
import { questionOf } from './question-words.ts';

/** Who of us stays, as somebody reads it. */
export function hypocrisyPaper(report: HypocrisyReport, language: ReportLanguage): ReportPaper {
  const words = hypocrisyWords[language];
  const { leaves, samePlatform, elsewhere } = report;
  const unnamed = elsewhere.filter(({ isSuccessor }) => !isSuccessor).length;
  return {
    name: 'hypocrisy',
    language,
    title: words.title,
    lead: [
      words.leaving(
        listed(
          leaves.map(({ platform }) => platform),
          words.and,
        ),
      ),
      samePlatform.length === 0 ? words.alone : words.notAlone(samePlatform.length),
      ...(elsewhere.length === 0 ? [] : [words.goesOn(elsewhere.length, unnamed)]),
    ],
    table: null,
    sections: [
      ...section(
        words.same,
        samePlatform.map((one) => ({ says: words.stays(nameOf(one)), sources: [one.source], todo: words.sameTodo })),
      ),
      ...section(words.said, saidOf(report, words, language)),
      ...section(words.reason, countedOf(report, words)),
      ...section(words.elsewhere, elsewhereOf(report, words)),
      ...section(words.unknown, unknownOf(report, words)),
    ],
  };
}

function section(heading: string, points: readonly ReportPoint[]): readonly ReportSection[] {
  return points.length === 0 ? [] : [{ heading, todo: null, points }];
}

function nameOf({ platform, handle, id }: HypocrisyReport['elsewhere'][number]): string {
  const name = handle ?? id;
  return name === platform.toLowerCase() ? platform : `${platform} (${name})`;
}

function listed(names: readonly string[], and: string): string {
  const all = [...new Set(names)];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
}

function elsewhereOf({ elsewhere }: HypocrisyReport, words: HypocrisyWords): readonly ReportPoint[] {
  return elsewhere.map((one) => ({
    says: one.isSuccessor ? words.successor(nameOf(one)) : words.unnamed(nameOf(one)),
    sources: [one.source],
    todo: one.isSuccessor ? null : words.unnamedTodo,
  }));
}

function countedOf({ counted }: HypocrisyReport, words: HypocrisyWords): readonly ReportPoint[] {
  if (counted === null) return [];
  const { said, listed: count, source } = counted;
  return [{ says: words.counted(said, count), sources: [source], todo: words.countedTodo }];
}

/** What is not answered comes first. */
function saidOf({ said }: HypocrisyReport, words: HypocrisyWords, language: ReportLanguage): readonly ReportPoint[] {
  return [...said]
    .sort((a, b) => Number(a.source !== null) - Number(b.source !== null))
    .map(({ question, source }) => {
      const { asked, todo } = questionOf(question);
      return source === null
        ? { says: words.nothing(asked[language]), sources: [], todo: todo[language] }
        : { says: words.something(asked[language]), sources: [source], todo: null };
    });
}

function unknownOf({ leaves, adSteps }: HypocrisyReport, words: HypocrisyWords): readonly ReportPoint[] {
  const platforms = listed(
    leaves.map(({ platform }) => platform),
    words.and,
  );
  const points = words.unknowns(platforms).map(([says, todo]) => ({ says, sources: [], todo }));
  return [...points, adPoint(adSteps, words)];
}

function adPoint(steps: HypocrisyReport['adSteps'], words: HypocrisyWords): ReportPoint {
  if (steps === null) return { says: words.noPlan, sources: [], todo: words.noPlanTodo };
  if (steps.length === 0) return { says: words.noAdStep, sources: [], todo: words.noAdStepTodo };
  return { says: words.adSteps(steps.join(', ')), sources: [], todo: null };
}
