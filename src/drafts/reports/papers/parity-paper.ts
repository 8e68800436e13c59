import { quoted } from '../../../base/quoted.ts';
import {
  type AnswerPlace,
  answerPlaces,
  type ParityOfLanguage,
  type ParityReport,
} from '../../../model/farewell/reports/parity-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type {
  ReportPaper,
  ReportPoint,
  ReportSection,
  ReportTable,
} from '../../../model/farewell/reports/report-paper.ts';
import { type ParityWords, parityWords } from '../words/parity-words.ts';
import { questionOf } from './question-words.ts';

/** Who answers what, as somebody reads it: a table of the first language, then whatever is out of line. */
export function parityPaper(report: ParityReport, language: ReportLanguage): ReportPaper {
  const words = parityWords[language];
  const [first, ...others] = report.languages;
  const sections = [
    ...clashes(report, words, language),
    ...(first === undefined ? [] : [...promises(first, words, language), ...nobody(first, words, language)]),
    ...(first === undefined ? [] : otherLanguages(first, others, words, language)),
    ...unread(report, words),
  ];
  const lead = first === undefined ? [] : [counted(first, words), agreement(report, words)];
  return {
    name: 'parity',
    language,
    title: words.title,
    lead,
    table: first === undefined ? null : tableOf(first, words, language),
    sections,
  };
}

function counted({ questions }: ParityOfLanguage, words: ParityWords): string {
  const places = questions.map(({ answers }) => answerPlaces.filter((place) => answers[place] !== undefined));
  const internal = places.filter((all) => all.length > 0 && all.every((one) => one === 'faq' || one === 'card'));
  return words.lead(places.filter((all) => all.length === 0).length, internal.length);
}

function agreement({ languages }: ParityReport, words: ParityWords): string {
  const facts = languages.flatMap(({ clashes }) => clashes).length;
  return facts === 0 ? words.agree : words.differ(facts);
}

function tableOf({ questions, drafts }: ParityOfLanguage, words: ParityWords, language: ReportLanguage): ReportTable {
  const cell = (line: number | null | undefined): string => (line == null ? '–' : String(line));
  return {
    head: [words.question, ...answerPlaces.map((place) => words.places[place])],
    rows: questions.map(({ question, answers }) => [
      questionOf(question).short[language],
      ...answerPlaces.map((place) => cell(answers[place]?.line)),
    ]),
    notes: [words.figures, ...answerPlaces.map((place) => `${words.places[place]}: ${filesOf(drafts[place], words)}`)],
  };
}

function filesOf(drafts: readonly string[], words: ParityWords): string {
  return drafts.length === 0 ? words.noDraft : drafts.map((name) => `drafts/${name}.md`).join(', ');
}

function section(heading: string, points: readonly ReportPoint[]): readonly ReportSection[] {
  return points.length === 0 ? [] : [{ heading, todo: null, points }];
}

function clashes({ languages }: ParityReport, words: ParityWords, language: ReportLanguage): readonly ReportSection[] {
  const points = languages.flatMap((one) =>
    one.clashes.map(({ about, said }) => ({
      says: words.clash(
        about,
        said.map((form) => quoted(form.words, language)),
      ),
      sources: said.flatMap(({ places }) => places),
      todo: words.clashTodo(about),
    })),
  );
  return section(words.clashes, points);
}

function promises(first: ParityOfLanguage, words: ParityWords, language: ReportLanguage): readonly ReportSection[] {
  const points = first.promises.map(({ places, questions }) => ({
    says: words.promise(questions.map((id) => questionOf(id).short[language])),
    sources: places,
    todo: words.promiseTodo,
  }));
  return section(words.promises, points);
}

function nobody(first: ParityOfLanguage, words: ParityWords, language: ReportLanguage): readonly ReportSection[] {
  const says = first.questions
    .filter(({ answers }) => Object.keys(answers).length === 0)
    .map(({ question }) => questionOf(question).short[language])
    .join(' ');
  const points = says === '' ? [] : [{ says, sources: [], todo: words.nobodyTodo }];
  return section(words.nobody, points);
}

/** Only what differs: a second table would be read by nobody. */
function otherLanguages(
  first: ParityOfLanguage,
  others: readonly ParityOfLanguage[],
  words: ParityWords,
  language: ReportLanguage,
): readonly ReportSection[] {
  const points = others.flatMap((other): readonly ReportPoint[] => {
    const name = words.languages[other.language];
    const lacking = [...lacks(first, other, words, language), ...lacks(other, first, words, language)];
    return lacking.length > 0 ? lacking : [{ says: words.otherAlike(name), sources: [], todo: null }];
  });
  return section(words.other, points);
}

/** What `one` answers and `other` does not. */
function lacks(
  one: ParityOfLanguage,
  other: ParityOfLanguage,
  words: ParityWords,
  language: ReportLanguage,
): readonly ReportPoint[] {
  return one.questions.flatMap(({ question, answers }) => {
    const theirs = other.questions.find((each) => each.question === question)?.answers ?? {};
    const places = answerPlaces.filter(
      (place: AnswerPlace) =>
        answers[place] !== undefined && theirs[place] === undefined && other.drafts[place].length > 0,
    );
    if (places.length === 0) return [];
    const files = places.map((place) => filesOf(other.drafts[place], words));
    return [
      {
        says: words.otherLacks(questionOf(question).asked[language], words.languages[other.language], files),
        sources: places.flatMap((place) => answers[place] ?? []),
        todo: words.otherTodo,
      },
    ];
  });
}

function unread({ unread: languages }: ParityReport, words: ParityWords): readonly ReportSection[] {
  return section(
    words.other,
    languages.length === 0 ? [] : [{ says: words.unread(languages), sources: [], todo: words.unreadTodo }],
  );
}
