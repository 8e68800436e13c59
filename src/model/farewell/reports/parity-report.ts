import type { HostileQuestionId } from '../hostile/question.ts';
import type { ReportLanguage } from './report-names.ts';
import type { ReportSource } from './report-source.ts';

/** Where people ask. The page and the blog are both ours and public; the FAQ and the card are for those who answer. */
export const answerPlaces = ['page', 'blog', 'faq', 'card', 'message', 'press'] as const;

export type AnswerPlace = (typeof answerPlaces)[number];

/** Who answers what, and where answers differ. */
export interface ParityReport {
  readonly name: 'parity';
  readonly languages: readonly ParityOfLanguage[];
  /** Languages in which there are drafts that nobody here can judge. */
  readonly unread: readonly string[];
}

export interface ParityOfLanguage {
  readonly language: ReportLanguage;
  /** Names of drafts by place; [] where a place has none. */
  readonly drafts: Readonly<Record<AnswerPlace, readonly string[]>>;
  /** One for each of the thirty questions, in their order. */
  readonly questions: readonly QuestionParity[];
  readonly clashes: readonly AnswerClash[];
  readonly promises: readonly BrokenPromise[];
}

export interface QuestionParity {
  readonly question: HostileQuestionId;
  /** The first place of each answer; a place that is not here does not answer. */
  readonly answers: Readonly<Partial<Record<AnswerPlace, ReportSource>>>;
}

/** The same thing said in two ways. */
export interface AnswerClash {
  /** Key of lastpost.yaml that it is about. */
  readonly about: string;
  /** Each way, and where it is said. */
  readonly said: readonly { readonly words: string; readonly places: readonly ReportSource[] }[];
}

/** A text sends people to the page for answers that are not there. */
export interface BrokenPromise {
  readonly places: readonly ReportSource[];
  /** Answered in the FAQ, and not on the page. */
  readonly questions: readonly HostileQuestionId[];
}
