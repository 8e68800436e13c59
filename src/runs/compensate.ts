import type { JsonObject } from '../model/playbook/json.ts';
import type { OutcomeBody } from '../model/run/run-event.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { standing } from '../model/run/view-step.ts';
import { type Engine, stepOf } from './engine.ts';
import { fillFor } from './fill-step.ts';
import { failed, plainIntent, succeeded } from './outcomes.ts';
import { stepContext } from './step-context.ts';
import { asStepError } from './step-error.ts';

/** Whether what was done is to be undone: somebody cancelled and asked for it, or a step failed that says so. */
export function isRollingBack(state: RunState): boolean {
  if (state.pointOfNoReturn !== null || state.ended !== null) return false;
  if (state.cancelled !== null) return state.cancelled.rollback;
  return [...state.steps.values()].some(
    (step) => step.plan.onFailure === 'compensate' && standing(state, step).state === 'failed',
  );
}

/** What can be undone and has not been yet, the newest first. */
export function toCompensate(state: RunState): readonly StepState[] {
  return [...state.steps.values()]
    .filter(({ state: name, plan }) => plan.compensate !== null && (name === 'succeeded' || name === 'compensating'))
    .toSorted((a, b) => (b.intent?.seq ?? 0) - (a.intent?.seq ?? 0));
}

/**
 * Undoes what was done, as the playbook says, the newest first, before the point of no return and never after it. What a
 * person has to undo waits for them.
 */
export async function rollBack(engine: Engine): Promise<readonly AdvancedStep[]> {
  const did: AdvancedStep[] = [];
  for (;;) {
    const state = await engine.deps.store.load(engine.run);
    const [next] = isRollingBack(state) ? toCompensate(state) : [];
    if (next === undefined) return did;
    const type = engine.deps.stepTypes[next.plan.compensate?.type ?? 'manual'];
    const { id } = next.plan;
    if (next.state === 'succeeded') await begin(next, type.nature === 'by-hand', engine);
    if (type.nature === 'by-hand') return did;
    await engine.deps.at('effect-begins', id);
    const body = await undo(id, engine);
    await engine.append((newest) =>
      stepOf(newest, id).state === 'compensating'
        ? [engine.entry({ type: 'compensation.outcome', body }, { step: id, attempt: next.attempt })]
        : [],
    );
    await engine.deps.at('outcome-written', id);
    did.push({ step: id, what: body.error === null ? 'compensated' : 'failed', says: body.error?.message ?? '' });
  }
}

async function begin({ plan, attempt }: StepState, isByHand: boolean, engine: Engine): Promise<void> {
  const { id } = plan;
  await engine.append((state) => {
    if (stepOf(state, id).state !== 'succeeded' || !isRollingBack(state)) return [];
    const plain = plainIntent(state, stepOf(state, id), `undo ${id}`);
    const body = { ...plain, with: plan.compensate?.with ?? {}, key: `${plain.key}/undo`, isByHand };
    return [engine.entry({ type: 'compensation.intent', body }, { step: id, attempt })];
  });
  await engine.deps.at('intent-written', id);
}

async function undo(id: string, engine: Engine): Promise<OutcomeBody> {
  const state = await engine.deps.store.load(engine.run);
  const step = stepOf(state, id);
  const { compensate } = step.plan;
  if (compensate === null) throw new TypeError(`${id} cannot be undone.`);
  try {
    const values = fillFor(state, step, compensate.with, engine.deps) as JsonObject;
    const signal = AbortSignal.any([engine.signal, engine.lost]);
    const context = { ...stepContext(state, step, values, signal, engine), key: `${state.id}/${id}/undo` };
    const result = await engine.deps.stepTypes[compensate.type].execute?.(context);
    if (result?.kind === 'failed') return failed(result.error);
    if (result?.kind === 'succeeded') return succeeded('effect', result.outputs);
    return failed({
      code: 'step.cannot-undo',
      message: result?.reason ?? 'It does nothing.',
      hint: null,
      isRetryable: false,
    });
  } catch (error) {
    engine.signal.throwIfAborted();
    engine.lost.throwIfAborted();
    return failed(asStepError(error));
  }
}
