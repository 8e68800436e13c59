import { canonicalJson } from '../../base/canonical-json.ts';
import { type Sha256, sha256 } from '../../base/digest.ts';
import type { JsonObject } from '../playbook/json.ts';
import type { ApprovalBody } from './run-event.ts';
import type { PlannedScope, PlannedStep, RunPlan } from './run-plan.ts';

/** What is approved. */
export interface Approved {
  /** Id of the run. */
  readonly run: string;
  readonly plan: RunPlan;
  /** The approval. */
  readonly step: PlannedStep;
  /** What its `binds` name, worked out: by the names that stand there; null for what is not there. */
  readonly bound: JsonObject;
}

/**
 * Of exactly what an approval approves: which run and step, what the approval asks for and says, what its `binds` came to,
 * and each irreversible step that stands behind it, as planned, with the inputs that its expressions see. An amendment of
 * any of it makes it another approval; one of steps that matter for none of it does not.
 * @see RFC 8785 for the form that is hashed
 */
export function approvalDigest(approved: Approved): Sha256 {
  return sha256(canonicalJson(whatIsApproved(approved)));
}

function whatIsApproved({ run, plan, step, bound }: Approved): object {
  const later = irreversibleBehind(step, plan);
  return {
    // A signature over this digest says nothing about anything else.
    what: 'lastpost approval 1',
    run,
    step: step.id,
    asks: {
      approval: step.approval,
      needs: step.needs,
      name: step.name,
      instructions: step.instructions,
      with: step.with,
    },
    bound,
    irreversible: later.map(whatWillBeDone),
    inputs: scopesOf([step, ...later], plan),
  };
}

/** By hand the instructions are what is done; conditions say whether it is done at all. */
function whatWillBeDone({
  id,
  type,
  name,
  instructions,
  conditions,
  with: values,
  confirm,
  channel,
}: PlannedStep): object {
  return { id, type, name, instructions, conditions, with: values, confirm, channel };
}

/** Irreversible steps that cannot begin before this one is done, by their ids. */
export function irreversibleBehind({ id }: Pick<PlannedStep, 'id'>, { steps }: RunPlan): readonly PlannedStep[] {
  const behind = new Set([id]);
  // In the plan's order each step follows what it needs.
  for (const step of steps) if (step.needs.some((need) => behind.has(need))) behind.add(step.id);
  return steps
    .filter((step) => step.irreversible && step.id !== id && behind.has(step.id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The inputs of the scopes that steps stand in, and of those around them. */
function scopesOf(steps: readonly PlannedStep[], { scopes }: RunPlan): Readonly<Record<string, JsonObject>> {
  const found = new Map<string, JsonObject>();
  for (const { scope } of steps) {
    let name: string | null = scope;
    while (name !== null && !found.has(name)) {
      const at: PlannedScope | undefined = scopes[name];
      found.set(name, at?.inputs ?? {});
      name = at?.around ?? null;
    }
  }
  return Object.fromEntries(found);
}

/** What an approval named that is otherwise now: names of `binds`, else `plan`. For `approval.voided`. */
export function changedSince(approval: Pick<ApprovalBody, 'bound'>, bound: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(approval.bound), ...Object.keys(bound)])].sort();
  const changed = names.filter(
    (name) => canonicalJson(approval.bound[name] ?? null) !== canonicalJson(bound[name] ?? null),
  );
  return changed.length === 0 ? ['plan'] : changed;
}
