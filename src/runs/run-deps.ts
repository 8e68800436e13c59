import type { Clock } from '../base/clock.ts';
import type { StepTypeName } from '../model/playbook/playbook.ts';
import type { ExpressionNames, Expressions } from '../model/run/expressions.ts';
import type { Person } from '../model/run/people.ts';
import type { RunState } from '../model/run/run-state.ts';
import type { RunStore } from '../model/run/run-store.ts';
import type { StepPorts } from '../model/run/step-ports.ts';
import type { StepType } from '../model/run/step-type.ts';

/** Moments of the engine between which a process may end. Tests end it there. */
export type EnginePoint =
  | 'lease-taken'
  | 'recovering'
  | 'probed'
  | 'timer-fired'
  | 'before-intent'
  | 'intent-written'
  | 'effect-begins'
  | 'effect-done'
  | 'outcome-written'
  | 'before-end'
  | 'ended';

/** All that the engine needs of the rest of the house. */
export interface RunDeps {
  readonly store: RunStore;
  readonly stepTypes: Readonly<Record<StepTypeName, StepType>>;
  readonly ports: StepPorts;
  readonly expressions: Expressions;
  /** What the names of a scope stand for, as the run is now. */
  readonly namesFor: (state: RunState, scope: string) => ExpressionNames;
  readonly people: readonly Person[];
  /** @throws KnownError `secret.missing` */
  readonly secret: (reference: string) => string;
  readonly clock: Clock;
  /** This process. */
  readonly host: string;
  readonly pid: number;
  /** Distinguishes two runners of one process. */
  readonly nonce: string;
  /** Whether the process of a lease's holder is known to have ended: nobody waits for the lease of one that was killed. */
  readonly isGone: (holder: string) => boolean;
  /** How long a lease holds without being renewed. */
  readonly leaseMs: number;
  /** Called at each point, and waited for. */
  readonly at: (point: EnginePoint, step: string | null) => Promise<void> | void;
}
