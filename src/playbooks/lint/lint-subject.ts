import type { FactsDue } from '../../model/playbook/facts-due.ts';
import type { Playbook, PlaybookStep } from '../../model/playbook/playbook.ts';
import type { Person } from '../../model/run/people.ts';
import type { UnrolledStep } from '../plan/unroll.ts';
import type { Remark } from '../remark.ts';
import type { ResolvedPlaybook, UseTrouble } from '../resolve-uses.ts';
import type { StepGraph } from '../step-graph.ts';

/** A playbook as the rules look at it. */
export interface LintSubject {
  readonly playbook: Playbook;
  /** As the file has it; steps in the same order. */
  readonly values: RawBlock;
  /** Over its own steps. */
  readonly graph: StepGraph;
  readonly resolved: ResolvedPlaybook;
  readonly troubles: readonly UseTrouble[];
  /** Names of playbooks that could be used. */
  readonly otherPlaybooks: readonly string[];
  /** With the steps of all that it uses, as a run would have them. */
  readonly unrolled: readonly UnrolledStep[];
  /** Of the workspace; null when nobody knows. */
  readonly people: readonly Person[] | null;
  /** See `LintContext`. */
  readonly factsDue: FactsDue;
}

export type RawBlock = Readonly<Record<string, unknown>>;

/** One group of rules. */
export type LintRules = (subject: LintSubject) => readonly Remark[];

/** Calls `look` with each step and its number. */
export function eachStep(
  { playbook }: LintSubject,
  look: (step: PlaybookStep, index: number) => readonly Remark[],
): readonly Remark[] {
  return playbook.steps.flatMap(look);
}
