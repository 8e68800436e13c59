import type { LocalText } from '../platform.ts';
import type { ExitPlanStep } from './lint/exit-plan.ts';
import type { FarewellLocale } from './locale.ts';

/** What a farewell can promise, and somebody has to do. */
export const promiseKinds = [
  'answer-messages',
  'close-inbox',
  'delete-messages',
  'keep-archive',
  'keep-comments',
  'content-stays',
  'comments-stay',
  'delete-content',
  'delete-comments',
  'keep-account',
  'delete-account',
  'delete-data',
  'keep-handle',
  'links-lead-on',
  'page-stays',
  'newsletter-goes-on',
  'domain-stays',
  'tell-later',
  'honour-prizes',
] as const;

export type PromiseKind = (typeof promiseKinds)[number];

/** kept: its step is done · open: its step is still to come · late: it should be done by now · no-step: no step does it. */
export type PromiseState = 'kept' | 'open' | 'late' | 'no-step';

/** One promise of a farewell, in however many drafts it stands. */
export interface KeptPromise {
  readonly kind: PromiseKind;
  /** In a few words that can stand behind "that". */
  readonly what: LocalText;
  /** Id of the channel that it is about; null where that is not plain. */
  readonly channel: string | null;
  /** As the first of its drafts has it. */
  readonly sentence: string;
  readonly locale: FarewellLocale;
  /** The day that it names, YYYY-MM-DD; null where it names none. */
  readonly by: string | null;
  /** `de/announcement-x`, each once. */
  readonly drafts: readonly string[];
  readonly step: ExitPlanStep | null;
  /** Names of people, or the roles of the step where nobody has them; [] without a step. */
  readonly owners: readonly string[];
  /** By when its step has to be done, UTC ISO 8601; null where nothing says so. */
  readonly dueAt: string | null;
  readonly state: PromiseState;
  /** UTC ISO 8601; null as long as it is not kept. */
  readonly keptAt: string | null;
}
