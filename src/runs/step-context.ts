import type { JsonObject } from '../model/playbook/json.ts';
import { revealSecrets } from '../model/run/expressions.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { StepContext } from '../model/run/step-type.ts';
import type { Engine } from './engine.ts';

/** What a step is given to work with. */
export function stepContext(
  state: RunState,
  step: StepState,
  values: JsonObject,
  signal: AbortSignal,
  { deps, onProgress }: Pick<Engine, 'deps' | 'onProgress'>,
): StepContext {
  const { plan } = step;
  const secrets = state.plan.scopes[plan.scope]?.secrets ?? {};
  return {
    run: state.id,
    plan: state.plan,
    step: plan,
    state,
    with: values,
    key: `${state.id}/${plan.id}`,
    attempt: step.attempt,
    now: () => deps.clock.now(),
    signal,
    onProgress,
    reveal: (text) => revealSecrets(text, (name) => deps.secret(secrets[name] ?? name)),
    ports: deps.ports,
  };
}
