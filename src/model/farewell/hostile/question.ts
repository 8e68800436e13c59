import type { LocalText } from '../../platform.ts';

/** Who asks it first. */
export type Asker = 'customers' | 'followers' | 'press' | 'staff' | 'partners' | 'applicants';

export const hostileQuestionIds = [
  'why',
  'why-now',
  'timing',
  'come-back',
  'money',
  'politics',
  'censorship',
  'insolvency',
  'job-cuts',
  'journalist',
  'hypocrisy',
  'ceo-account',
  'private-accounts',
  'subsidiaries',
  'ads',
  'partners',
  'job-ads',
  'fake-account',
  'handle',
  'only-app',
  'messages',
  'orders',
  'unanswered',
  'data',
  'comments',
  'archive',
  'pictures',
  'prize',
  'minors',
  'accessibility',
] as const;

export type HostileQuestionId = (typeof hostileQuestionIds)[number];

/** In the languages that are judged; a text in another one is never said to lack anything. */
export type QuestionWords = Readonly<Record<'de' | 'en', RegExp>>;

export interface HostileQuestion {
  readonly id: HostileQuestionId;
  /** As somebody asks it. */
  readonly asked: LocalText;
  /** As short as it fits into a table. */
  readonly short: LocalText;
  readonly by: Asker;
  /** What people fill in where nothing is said. A sentence. */
  readonly filledIn: LocalText;
  /** What a good answer contains. A sentence that tells somebody to do it. */
  readonly todo: LocalText;
  /** Known in a heading, or in a question of an FAQ. */
  readonly asks: QuestionWords;
  /** Known in a sentence that answers it, wherever that stands. */
  readonly says: QuestionWords;
  /** What of the facts answers it wherever a text names it: its role. */
  readonly role?: 'last-day' | 'answered-until' | 'press' | 'archive';
  /** The sentence of lastpost.yaml that answers it. */
  readonly fact?: 'reason.sentence' | 'fate.data' | 'fate.prizes';
}
