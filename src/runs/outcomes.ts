import type { JsonObject } from '../model/playbook/json.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { IntentBody, OutcomeBody, OutcomeVia, StepError } from '../model/run/run-event.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { EntryMaker } from './make-entry.ts';

/** It went well. */
export function succeeded(via: OutcomeVia, outputs: JsonObject = {}, note: string | null = null): OutcomeBody {
  return { result: 'succeeded', via, outputs, error: null, evidence: [], note };
}

export function failed(error: StepError, via: OutcomeVia = 'effect'): OutcomeBody {
  return { result: 'failed', via, outputs: {}, error, evidence: [], note: null };
}

/** An intent of something that has no effect, rests on nothing and can be taken back. */
export function plainIntent({ id: run }: RunState, { plan }: StepState, target: string): IntentBody {
  return {
    target,
    with: {},
    key: `${run}/${plan.id}`,
    isIrreversible: false,
    isByHand: false,
    approvals: [],
    deadline: null,
    overridden: [],
  };
}

/** Intent and outcome of a step that ends as soon as it is attempted, side by side. */
export function atOnce(step: StepState, intent: IntentBody, body: OutcomeBody, entry: EntryMaker): readonly NewEntry[] {
  const about = { step: step.plan.id, attempt: step.attempt + 1 };
  return [entry({ type: 'step.intent', body: intent }, about), entry({ type: 'step.outcome', body }, about)];
}
