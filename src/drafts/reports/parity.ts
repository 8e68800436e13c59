import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { HostileQuestionId } from '../../model/farewell/hostile/question.ts';
import { hostileQuestions } from '../../model/farewell/hostile-questions.ts';
import {
  type AnswerPlace,
  answerPlaces,
  type BrokenPromise,
  type ParityOfLanguage,
  type ParityReport,
} from '../../model/farewell/reports/parity-report.ts';
import { type ReportLanguage, reportLanguages } from '../../model/farewell/reports/report-names.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import type { LintDraft } from '../lint/lint-draft.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { type FoundAnswers, findAnswers, judgedLanguage } from './find-answers.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { sourceOf } from './sources.ts';

const placeOf: Readonly<Partial<Record<DraftKind, AnswerPlace>>> = {
  'landing-page': 'page',
  'blog-post': 'blog',
  faq: 'faq',
  'service-card': 'card',
  'auto-reply': 'message',
  'press-release': 'press',
};

type Answered = Readonly<Record<AnswerPlace, readonly (readonly [LintDraft, FoundAnswers])[]>>;

/** Who answers which of the thirty questions, in each language that is judged, and where the answers differ. @param first the language that is read first */
export function parityReport(kit: LintKit, first: ReportLanguage): ParityReport {
  const order = [first, ...reportLanguages.filter((one) => one !== first)];
  const languages = order.filter((one) => kit.drafts.some((draft) => judgedLanguage(draft) === one));
  const others = kit.drafts.filter((draft) => judgedLanguage(draft) === undefined);
  return {
    name: 'parity',
    languages: languages.map((language) => ofLanguage(kit, language)),
    unread: [...new Set(others.map(({ draft }) => draft.locale))],
  };
}

function ofLanguage(kit: LintKit, language: ReportLanguage): ParityOfLanguage {
  const own = kit.drafts.filter(
    (draft) => judgedLanguage(draft) === language && placeOf[draft.draft.kind] !== undefined,
  );
  const answered = Object.fromEntries(
    answerPlaces.map((place) => [
      place,
      own
        .filter(({ draft }) => placeOf[draft.kind] === place)
        .map((draft) => [draft, findAnswers(kit, draft)] as const),
    ]),
  ) as unknown as Answered;
  const drafts = Object.fromEntries(
    answerPlaces.map((place) => [place, answered[place].map(([{ name }]) => name)]),
  ) as unknown as ParityOfLanguage['drafts'];
  return {
    language,
    drafts,
    questions: hostileQuestions.map(({ id }) => ({ question: id, answers: answersTo(id, answered) })),
    clashes: saidOtherwise(kit, own).map(({ about, forms }) => ({
      about,
      said: forms.map(({ said, spots }) => ({ words: said, places: spots.map(sourceOf) })),
    })),
    promises: brokenPromises(answered, own, language),
  };
}

/** A place answers when all of its texts do: there is one reply for each channel that is left. */
function answersTo(id: HostileQuestionId, answered: Answered): Partial<Record<AnswerPlace, ReportSource>> {
  const answers: Partial<Record<AnswerPlace, ReportSource>> = {};
  for (const place of answerPlaces) {
    const found = answered[place].map(([, answers]) => answers.get(id));
    const [first] = found;
    if (first !== undefined && found.every((one) => one !== undefined)) answers[place] = sourceOf(first.spot);
  }
  return answers;
}

const PROMISES: Readonly<Record<ReportLanguage, RegExp>> = {
  de: /Antworten auf (?:weitere|andere|alle|Ihre|eure|deine)|weitere Antworten/iu,
  en: /answers to (?:other|further|more|all|your)|more answers/iu,
};

/** Texts that send people to the page for answers, when the FAQ has some that the page has not. */
function brokenPromises(
  answered: Answered,
  drafts: readonly LintDraft[],
  language: ReportLanguage,
): readonly BrokenPromise[] {
  if (answered.page.length === 0 || answered.faq.length === 0) return [];
  const places = drafts
    .filter(({ draft }) => ['blog-post', 'auto-reply', 'press-release'].includes(draft.kind))
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.sentences
        .filter(({ text }) => PROMISES[language].test(text))
        .map(({ from, text }) => sourceOf(part.spot(from, from + text.length))),
    );
  const questions = hostileQuestions
    .map(({ id }) => id)
    .filter((id) => answered.faq.some(([, faq]) => faq.has(id)) && !answered.page.some(([, page]) => page.has(id)));
  return places.length === 0 || questions.length === 0 ? [] : [{ places, questions }];
}
