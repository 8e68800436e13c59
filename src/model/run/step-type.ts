import type { JsonObject } from '../playbook/json.ts';
import type { StepTypeName } from '../playbook/playbook.ts';
import type { OnProgress } from '../progress.ts';
import type { StepError } from './run-event.ts';
import type { PlannedStep, RunPlan } from './run-plan.ts';
import type { RunState } from './run-state.ts';
import type { StepPorts } from './step-ports.ts';

/** What a step may use while it works. */
export interface StepContext {
  readonly run: string;
  readonly plan: RunPlan;
  readonly step: PlannedStep;
  /** The newest state, for steps that look at others. */
  readonly state: RunState;
  /** Worked out; secrets stand in it as references. */
  readonly with: JsonObject;
  /** The same for every attempt; what it is sent to can know by it that it has seen this before. */
  readonly key: string;
  readonly attempt: number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Puts secrets in the place of their references. The result must not reach a journal, a log or a screen. @throws KnownError `secret.missing` */
  reveal(text: string): string;
  readonly ports: StepPorts;
}

export type StepResult =
  | { readonly kind: 'succeeded'; readonly outputs: JsonObject }
  | { readonly kind: 'failed'; readonly error: StepError }
  /** Nothing was done; it is asked again the next time somebody looks. */
  | { readonly kind: 'waiting'; readonly reason: string };

export interface ProbeResult {
  readonly says: 'done' | 'not-done' | 'cannot-tell';
  /** In one sentence. */
  readonly because: string;
}

/**
 * One type of step. `by-hand`: a person does it and confirms. `approval` and `timer` are the engine's own. `looks`: reads and
 * changes nothing, so that it needs no intent and may be asked often. `acts`: has an effect, and an intent before it.
 */
export interface StepType {
  readonly name: StepTypeName;
  readonly nature: 'by-hand' | 'approval' | 'timer' | 'looks' | 'acts';
  /** Why it is done by hand, where a part is missing that will do it; null elsewhere. */
  readonly byHandBecause: string | null;
  /** Whether another attempt after an interruption does no harm. */
  isIdempotent(withValues: JsonObject): boolean;
  /** In one line, for the journal and the person: `GET https://x.com/brandt`. Secrets stay references. */
  target(withValues: JsonObject, step: PlannedStep): string;
  /**
   * Of `acts` only: why it cannot begin yet, with what to do about it; null when it can. Asked often, and changes nothing.
   * A KnownError is left to `execute`.
   */
  waitsFor?(context: StepContext): Promise<string | null>;
  /** Of `looks` and `acts` only. Throws for bugs alone; a KnownError counts as a failure that may be tried again. */
  execute?(context: StepContext): Promise<StepResult>;
  /** Looks whether what the values describe is so; never changes anything. */
  probe?(context: StepContext): Promise<ProbeResult>;
}
