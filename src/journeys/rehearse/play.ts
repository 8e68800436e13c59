import type { LocalText } from '../../model/platform.ts';
import type { MishapHit, MishapName } from '../../model/run/rehearsal/mishap.ts';
import type { UsedSecret } from '../../model/run/rehearsal/missing-settings.ts';
import type { StepLog } from '../../model/run/rehearsal/rehearsed.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { ProbeResult } from '../../model/run/step-type.ts';
import type { Errand } from './errands.ts';
import type { Stage } from './stage.ts';

/** An errand with its time. */
export interface Planned {
  readonly errand: Errand;
  /** UTC ISO 8601; null: nobody will ever do it, see `why`. */
  readonly at: string | null;
  /** Why it was not done when its time had come. */
  readonly why: LocalText | null;
}

/** A rehearsal as it is played. */
export interface Play {
  readonly stage: Stage;
  /** By the key of the errand. */
  readonly agenda: Map<string, Planned>;
  readonly log: Map<string, StepLog>;
  /** What people really did of what is irreversible, which a probe sees. */
  readonly done: Set<string>;
  /** Secrets that steps were given. */
  readonly secrets: UsedSecret[];
  /** How often a blocked step was opened again. */
  readonly reopened: Map<string, number>;
  /** How often an errand came to nothing, by its key. */
  readonly tries: Map<string, number>;
}

/** A moment of it, for a mishap. */
export interface Scene {
  readonly play: Play;
  readonly state: RunState;
  readonly step: StepState;
}

/** A mishap on the stage. Each is made anew for a rehearsal and remembers what it hit. */
export interface Trouble {
  readonly name: MishapName;
  /** Another time for an errand that was planned now. @param at UTC ISO 8601 */
  plan?(errand: Errand, at: string, scene: Scene): Promise<string> | string;
  /** Why an attempt of what Lastpost does itself fails; null: it does not. */
  failureOf?(step: string, before: number, play: Play): string | null;
  /** What a probe sees instead of what is so; null: it sees that. */
  probe?(step: string, play: Play): ProbeResult | null;
  /** When it comes by itself; null: not as things are. */
  comesAt?(state: RunState, play: Play): string | null;
  happen?(state: RunState, play: Play): Promise<void>;
  /** Somebody has said how a doubt about a step ended. */
  settled?(step: string, play: Play): void;
  /** What became of it, when all is over. */
  told(state: RunState, play: Play): MishapHit;
}

export function unhit(name: MishapName): MishapHit {
  return { name, step: null, at: null, who: null, end: null, instead: null, knew: [], announcedAt: null };
}
