import { dayIn } from '../../../base/local-format.ts';
import type { ContractFinding, ContractsReport } from '../../../model/farewell/reports/contracts-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type { ReportPaper, ReportPoint, ReportSection } from '../../../model/farewell/reports/report-paper.ts';
import { type ContractsWords, contractsWords } from '../words/contracts-words.ts';

/** What contracts ask of the channels that are left, as somebody reads it. */
export function contractsPaper({ read, findings, unread }: ContractsReport, language: ReportLanguage): ReportPaper {
  const words = contractsWords[language];
  const after = findings.filter(({ isAfter }) => isAfter);
  const others = findings.filter(({ isAfter }) => !isAfter);
  const point = (one: ContractFinding): ReportPoint => findingPoint(one, words, language);
  return {
    name: 'contracts',
    language,
    title: words.title,
    lead: [findings.length === 0 ? words.none(read) : words.lead(read, findings.length, after.length), words.limits],
    table: null,
    sections: [
      ...section(words.after, after.map(point), words.afterTodo),
      ...section(words.others, others.map(point), words.othersTodo),
      ...section(
        words.unread,
        unread.map(({ file, why }) => ({ says: `${file} ${words.why[why]}.`, sources: [], todo: null })),
        words.unreadTodo,
      ),
    ],
  };
}

function section(heading: string, points: readonly ReportPoint[], todo: string): readonly ReportSection[] {
  return points.length === 0 ? [] : [{ heading, todo, points }];
}

function findingPoint(
  { channel, duties, days, source }: ContractFinding,
  words: ContractsWords,
  language: ReportLanguage,
): ReportPoint {
  const when = days.map((day) => dayIn(language, day)).join(', ');
  const says = `${channel}: ${duties.map((one) => words.duties[one]).join(', ')}${when === '' ? '' : ` (${when})`}.`;
  return { says, sources: [source], todo: null };
}
