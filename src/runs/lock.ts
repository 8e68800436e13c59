import type { RunState } from '../model/run/run-state.ts';
import type { RunDeps } from './run-deps.ts';

/** The run that has to end before this one goes on: one of the same group that came first. null when it is free. */
export async function lockOf({ id, plan }: RunState, { store }: Pick<RunDeps, 'store'>): Promise<string | null> {
  if (plan.concurrencyGroups.length === 0) return null;
  const [first] = await store.ofGroups(plan.concurrencyGroups);
  return first === undefined || first.id === id ? null : first.id;
}
