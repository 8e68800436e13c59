import { questionsOfDecision } from './hostile/of-decision.ts';
import { questionsOfTheirs } from './hostile/of-theirs.ts';
import { questionsOfWhoStays } from './hostile/of-who-stays.ts';
import type { HostileQuestion, HostileQuestionId } from './hostile/question.ts';

/** The thirty questions that somebody asks when a brand leaves, in the order in which reports go through them. */
export const hostileQuestions: readonly HostileQuestion[] = [
  ...questionsOfDecision,
  ...questionsOfWhoStays,
  ...questionsOfTheirs,
];

/**
 * Those that an FAQ must have: each is asked in the shop, on the phone or by a reporter on the first day, and each costs a day of
 * trouble when somebody who was not told makes the answer up. The others may wait for an answer in writing.
 */
export const inEveryFaq: readonly HostileQuestionId[] = [
  'why',
  'timing',
  'come-back',
  'insolvency',
  'job-cuts',
  'journalist',
  'hypocrisy',
  'ads',
  'fake-account',
  'only-app',
  'messages',
  'unanswered',
];
