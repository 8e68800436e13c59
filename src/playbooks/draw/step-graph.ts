import type { LocalText } from '../../model/platform.ts';
import type { StepTypeName } from '../../model/playbook/playbook.ts';
import { beyondNoReturn } from '../../model/run/beyond-no-return.ts';

/** How a step is drawn: by what makes it go on. */
export type StepKind = 'hand' | 'approval' | 'wait' | 'machine' | 'uses';

export const factNames = [
  'does',
  'by',
  'waits',
  'due',
  'reminds',
  'timeout',
  'confirm',
  'expires',
  'evidence',
  'probe',
  'approves',
  'retry',
  'condition',
  'failure',
  'undo',
] as const;

export type FactName = (typeof factNames)[number];

export interface StepFact {
  readonly name: FactName;
  readonly text: LocalText;
}

/** Where a step of a run stands, as a picture tells it apart. */
export const standings = [
  'done',
  'now',
  'waiting',
  'next',
  'later',
  'in-doubt',
  'stuck',
  'failed',
  'undone',
  'left-out',
] as const;

export type Standing = (typeof standings)[number];

export interface DrawnStep {
  readonly id: string;
  readonly type: StepTypeName | 'uses';
  readonly kind: StepKind;
  readonly isIrreversible: boolean;
  readonly title: LocalText;
  /** Ids of steps of the same graph. */
  readonly needs: readonly string[];
  readonly facts: readonly StepFact[];
  /** Irreversible itself, or after something that is. */
  readonly isBeyond: boolean;
  /** null in the drawing of a playbook. */
  readonly stands: { readonly as: Standing; readonly says: readonly LocalText[] } | null;
}

/** What all drawings are made from, whether it was a playbook, a plan or a run. */
export interface StepGraph {
  readonly title: LocalText;
  readonly description: LocalText | null;
  /** Under the title: name, version, mode; of a run its id and state. */
  readonly about: LocalText;
  readonly inputs: readonly { readonly name: string; readonly says: LocalText }[];
  readonly roles: readonly string[];
  /** Each after those it needs, and those beyond the point of no return after all others. */
  readonly steps: readonly DrawnStep[];
  /** Of a run: when the point of no return was passed, or null. undefined in the drawing of a playbook. */
  readonly passed?: LocalText | null;
}

type Loose = Omit<DrawnStep, 'isBeyond'>;

/**
 * Puts steps into the order in which they are drawn: as they are written, but each after those it needs, and what cannot be
 * taken back, or comes after it, behind everything else. Needs of steps that are not there are left out, and so is what a
 * circle is closed with: a playbook that lint refuses can still be looked at.
 */
export function ordered(steps: readonly Loose[]): readonly DrawnStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const sorted: Loose[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (step: Loose): void => {
    if (state.has(step.id)) return;
    state.set(step.id, 'open');
    const needs = [...new Set(step.needs)].filter((id) => byId.has(id) && state.get(id) !== 'open');
    for (const id of needs) visit(byId.get(id) ?? step);
    state.set(step.id, 'done');
    sorted.push({ ...step, needs });
  };
  for (const step of steps) visit(step);
  return beyondLast(sorted);
}

function beyondLast(sorted: readonly Loose[]): readonly DrawnStep[] {
  const beyond = beyondNoReturn(sorted);
  const marked = sorted.map((step) => ({ ...step, isBeyond: beyond.has(step.id) }));
  return [...marked.filter(({ isBeyond }) => !isBeyond), ...marked.filter(({ isBeyond }) => isBeyond)];
}

/** Needs that do not already follow from other needs: with the others an arrow more says nothing more. */
export function directNeeds(steps: readonly DrawnStep[]): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, Set<string>>();
  const direct = new Map<string, readonly string[]>();
  for (const { id, needs } of steps) {
    const through = new Set(needs.flatMap((need) => [...(before.get(need) ?? [])]));
    direct.set(
      id,
      needs.filter((need) => !through.has(need)),
    );
    before.set(id, new Set([...needs, ...through]));
  }
  return direct;
}
