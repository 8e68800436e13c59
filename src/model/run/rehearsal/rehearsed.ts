import type { LocalText } from '../../platform.ts';
import type { Person } from '../people.ts';
import type { RunState } from '../run-state.ts';
import type { JournalCheck } from '../run-store.ts';
import type { RunView } from '../run-view.ts';
import type { MishapHit } from './mishap.ts';
import type { UsedSecret } from './missing-settings.ts';

/** When a step came up, and when it was to be done by then. UTC ISO 8601. */
export interface StepLog {
  readonly askedAt: string;
  readonly dueAt: string | null;
}

/** A rehearsal when it is over, as it was played. */
export interface Rehearsed {
  readonly state: RunState;
  readonly view: RunView;
  /** Of each step that came up. */
  readonly log: ReadonlyMap<string, StepLog>;
  /** Why nobody did what waits for people, by step. */
  readonly refused: ReadonlyMap<string, LocalText>;
  /** Those that steps were given. */
  readonly secrets: readonly UsedSecret[];
  readonly hits: readonly MishapHit[];
  /** As they were in the end. */
  readonly people: readonly Person[];
  /** When nothing more happened, UTC ISO 8601. */
  readonly endedAt: string;
  readonly journal: JournalCheck;
}
