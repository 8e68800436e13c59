import { type Sha256, sha256 } from '../base/digest.ts';
import { FOLD_VERSION, type GrowingRunState, untouched } from '../model/run/fold-run.ts';
import type { RunPlan } from '../model/run/run-plan.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { entryOf, followsItself } from './link-entries.ts';
import type { RunStatements } from './run-statements.ts';
import type { RunStateRow } from './tables.ts';

/** So many entries are folded before anybody notices. */
const ENTRIES_BETWEEN = 2_000;
/** A large state is kept less often, so that writing it stays a small part of what appends cost. */
const STEPS_PER_ENTRY = 3;

type KeptStep = Partial<Omit<StepState, 'plan'>>;

interface Kept {
  readonly run: Omit<RunState, 'plan' | 'steps'>;
  /** In the plan's order; of each what is not as it was in the beginning. */
  readonly steps: readonly KeptStep[];
}

/** Whether a state has come so much further than the one that was kept that it should take its place. */
export function isWorthKeeping({ head, steps }: RunState, keptSeq: number): boolean {
  return head.seq - keptSeq >= Math.max(ENTRIES_BETWEEN, steps.size / STEPS_PER_ENTRY);
}

/**
 * Keeps a folded state beside its journal, inside the transaction that wrote its last entry, so that the next process does not
 * read all of them. The plan stays in the entry that brought it.
 */
export function keepState(statements: RunStatements, state: RunState): void {
  const { plan: _, steps, ...run } = state;
  const kept: Kept = { run, steps: [...steps.values()].map(keptStep) };
  const row = {
    run: state.id,
    seq: state.head.seq,
    hash: state.head.hash,
    plan_seq: state.amendments.at(-1)?.seq ?? 1,
    fold: FOLD_VERSION,
    json: JSON.stringify(kept),
  };
  const planHash = statements.hashAt(row.run, row.plan_seq);
  if (planHash !== undefined) statements.setState({ ...row, digest: digestOf(row, planHash) });
}

/**
 * The state that was kept: when it was folded by the same rules, up to an entry that this journal has, and each byte of it is
 * as it was written. undefined otherwise; then the journal is read, which is all that a kept state saves.
 */
export function keptState(statements: RunStatements, run: string): GrowingRunState | undefined {
  const row = statements.state(run);
  if (row === undefined || row.fold !== FOLD_VERSION || statements.hashAt(run, row.seq) !== row.hash) return undefined;
  const link = statements.linkAt(run, row.plan_seq);
  if (link === undefined || !followsItself(link)) return undefined;
  const [, prevHash, hash, text] = link;
  if (digestOf(row, hash) !== row.digest) return undefined;
  const entry = entryOf(text, prevHash as Sha256, hash as Sha256);
  if (entry.type !== 'run.started' && entry.type !== 'run.amended') return undefined;
  return filled(entry.body.plan, JSON.parse(row.json) as Kept);
}

/** Of all that a kept state is said to be. */
function digestOf({ run, seq, hash, plan_seq, fold, json }: Omit<RunStateRow, 'digest'>, planHash: string): Sha256 {
  return sha256(`${JSON.stringify([run, seq, hash, plan_seq, planHash, fold])}\n${json}`);
}

function keptStep({ plan, ...step }: StepState): KeptStep {
  const before: Readonly<Record<string, unknown>> = { ...untouched(plan) };
  return Object.fromEntries(Object.entries(step).filter(([name, value]) => !isSame(value, before[name])));
}

/** Of what a step is in the beginning nothing is nested. */
function isSame(value: unknown, before: unknown): boolean {
  if (value === before) return true;
  return typeof before === 'object' && before !== null && JSON.stringify(value) === JSON.stringify(before);
}

function filled(plan: RunPlan, { run, steps }: Kept): GrowingRunState {
  const all = plan.steps.map((step, place) => [step.id, { ...untouched(step), ...steps[place] }] as const);
  return { ...run, plan, steps: new Map(all) };
}
