import type { RehearsalQuestion } from '../../journeys/rehearse/answers.ts';
import type { Reply } from '../../model/run/rehearsal/reply.ts';

export type Said = Reply['says'];

export const saidInOrder = ['done', 'later', 'cannot'] as const;

export interface TalkChoice {
  /** What is typed, or its first letters. */
  readonly key: string;
  readonly says: string;
}

export interface TalkQuestion {
  readonly asks: string;
  readonly choices: Readonly<Record<Said, TalkChoice>>;
}

/** How a rehearsal speaks with whoever answers for the people in it. */
export interface TalkWords {
  /** What this is, and how to leave it. */
  readonly intro: readonly string[];
  readonly where: (done: number, all: number, moment: string) => string;
  /** Who is asked; `due` with a date. */
  readonly who: Readonly<Record<RehearsalQuestion['kind'], (name: string) => string>>;
  readonly due: (moment: string) => string;
  readonly noWayBack: string;
  readonly goesWrong: string;
  readonly evidence: string;
  readonly questions: Readonly<Record<RehearsalQuestion['kind'], TalkQuestion>>;
  /** Other words that mean the same. */
  readonly alsoTyped: Readonly<Record<Said, readonly string[]>>;
  readonly oneOf: (keys: string) => string;
  readonly howMuchLater: string;
  readonly noDuration: string;
  readonly why: string;
  readonly byItself: string;
  readonly left: string;
  readonly leftHint: string;
}
