import type { LocalText } from '../platform.ts';
import type { DraftKind } from './draft-kinds.ts';
import type { FactKey } from './exit-draft.ts';

/** Who usually knows the answer; the roles are those that the playbooks ask for. */
export type AnsweringRole = 'brand' | 'legal' | 'service' | 'it';

/** How an answer is written on one line; parse-answer.ts reads each of them. */
export type AnswerForm =
  | 'line'
  | 'sentence'
  | 'choice'
  | 'words'
  | 'places'
  | 'reach'
  | 'press'
  | 'duty'
  | 'colours'
  | 'utm';

export interface AnswerChoice {
  readonly value: string;
  readonly says: LocalText;
}

/** A fact as a person is asked for it. */
export interface FactQuestion {
  readonly key: FactKey;
  /** Names under which templates have it, as far as they go (`fate.posts`, `successors`); [] where all rests on it. */
  readonly variables: readonly string[];
  /** The drafts that cannot do without it; 'all' where each says it, or depends on it. */
  readonly drafts: readonly DraftKind[] | 'all';
  readonly role: AnsweringRole;
  readonly form: AnswerForm;
  /** Of a choice; otherwise []. */
  readonly choices: readonly AnswerChoice[];
  readonly asks: LocalText;
  /** What it is for. */
  readonly purpose: LocalText;
  readonly example: LocalText;
  /** What goes wrong. */
  readonly mistake: LocalText;
  /** What holds as long as nobody answers; null where nothing does. */
  readonly otherwise: LocalText | null;
}
