import type { LintPart, LintSentence } from '../lint-draft.ts';
import type { Claim } from './claim.ts';

/** What of the facts a day, an address or a figure stands for. */
export const factRoles = [
  'last-day',
  'last-time',
  'zone',
  'announce-day',
  'announce-time',
  'answered-until',
  'duty',
  'partners-time',
  'successor',
  'page',
  'imprint',
  'privacy',
  'archive',
  'contact',
  'press',
  'account',
  'reason',
  'fate',
  'stays',
  'thanks',
  'other',
] as const;

export type FactRole = (typeof factRoles)[number];

export interface CheckedClaim {
  readonly claim: Claim;
  readonly part: LintPart;
  readonly sentence: LintSentence;
  /** What the facts would have in its place; null in a sentence that somebody wrote by hand. */
  readonly expected: Claim | null;
  /** Of what is expected; in a sentence written by hand, of what is said, where the facts know that. */
  readonly role: FactRole | null;
  /** False where something else is expected. */
  readonly isRight: boolean;
}
