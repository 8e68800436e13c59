import type { RunState } from '../model/run/run-state.ts';
import type { RunDeps } from './run-deps.ts';

/** The run that has to end before this one goes on: one of the same group that began earlier. null when it is free. */
export async function lockOf(
  { id, plan, startedAt }: RunState,
  { store }: Pick<RunDeps, 'store'>,
): Promise<string | null> {
  if (plan.concurrencyGroups.length === 0) return null;
  const others = await store.ofGroups(plan.concurrencyGroups);
  const before = others.find(
    (other) => other.id !== id && (other.startedAt < startedAt || (other.startedAt === startedAt && other.id < id)),
  );
  return before?.id ?? null;
}
