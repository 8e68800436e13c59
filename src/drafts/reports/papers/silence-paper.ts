import { dayIn } from '../../../base/local-format.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type { ReportPaper, ReportPoint, ReportSection } from '../../../model/farewell/reports/report-paper.ts';
import type { SilenceReport } from '../../../model/farewell/reports/silence-report.ts';
import { silenceWords } from '../words/silence-words.ts';
import { questionOf } from './question-words.ts';

/** What nobody says, as somebody reads it. */
export function silencePaper(report: SilenceReport, language: ReportLanguage): ReportPaper {
  const words = silenceWords[language];
  const { unanswered, internal } = report;
  const lead =
    unanswered.length + internal.length === 0
      ? [words.answered]
      : [words.lead(unanswered.length, internal.length), ...(unanswered.length === 0 ? [] : [words.guess])];
  return {
    name: 'silence',
    language,
    title: words.title,
    lead,
    table: null,
    sections: [
      ...hours(report, language),
      ...channels(report, language),
      ...section(
        words.nobody,
        unanswered.map((id) => unansweredPoint(id, language)),
      ),
      ...section(
        words.internal,
        internal.map(({ question, source, ready }) => ({
          says: `${questionOf(question).asked[language]}${ready === null ? '' : ` ${words.ready}`}`,
          sources: ready === null || ready === source ? [source] : [source, { ...ready, words: null }],
          todo: null,
        })),
        words.internalTodo,
      ),
      ...section(
        words.oneSided,
        report.oneSided.map(({ question, source, lacks }) => ({
          says: words.lacks[lacks](questionOf(question).asked[language]),
          sources: [source],
          todo: words.oneSidedTodo,
        })),
      ),
    ],
  };
}

function section(
  heading: string,
  points: readonly ReportPoint[],
  todo: string | null = null,
): readonly ReportSection[] {
  return points.length === 0 ? [] : [{ heading, todo, points }];
}

function unansweredPoint(id: SilenceReport['unanswered'][number], language: ReportLanguage): ReportPoint {
  const { asked, filledIn, todo } = questionOf(id);
  return { says: `${asked[language]} ${filledIn[language]}`, sources: [], todo: todo[language] };
}

function hours(report: SilenceReport, language: ReportLanguage): readonly ReportSection[] {
  const words = silenceWords[language];
  const day = (iso: string | null): string => (iso === null ? '' : dayIn(language, iso));
  const points = report.hours.map(({ what, day: from, until, source }) => ({
    says: words.hour[what](day(from), day(until)),
    sources: [source],
    todo: words.hourTodo[what],
  }));
  return section(words.hours, points);
}

function channels(report: SilenceReport, language: ReportLanguage): readonly ReportSection[] {
  const words = silenceWords[language];
  const points = report.channels.map(({ platform, lacks, source }) => ({
    says: words.channel(
      platform,
      lacks.map((one) => words.missing[one]),
    ),
    sources: [source],
    todo: words.channelTodo,
  }));
  return section(words.channels, points);
}
