import type { ExpressionNames } from '../../model/run/expressions.ts';
import { namesFor } from '../../model/run/names-for.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { expressions } from '../../playbooks/expressions/expressions.ts';
import type { RunDeps } from '../../runs/run-deps.ts';

/** A state that was handed out never changes, and of a run of ten thousand steps each step asks for the names of all. */
export function rememberedNames(): RunDeps['namesFor'] {
  const kept = new WeakMap<RunState, Map<string, ExpressionNames>>();
  return (state, scope) => {
    const ofState = kept.get(state) ?? new Map<string, ExpressionNames>();
    kept.set(state, ofState);
    const names = ofState.get(scope) ?? namesFor(state, scope, expressions);
    ofState.set(scope, names);
    return names;
  };
}
