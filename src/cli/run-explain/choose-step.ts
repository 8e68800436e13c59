import type { RunView, StepView } from '../../model/run/run-view.ts';

/** Steps that need somebody or something now, the most pressing first. */
export function pressingSteps({ steps, now }: RunView): readonly StepView[] {
  const named = new Set(now);
  return steps
    .filter((step) => named.has(step.id) || ranks.has(step.state))
    .map((step, at) => [rankOf(step), at, step] as const)
    .sort(([a, atA], [b, atB]) => a - b || atA - atB)
    .map(([, , step]) => step);
}

const ranks: ReadonlySet<string> = new Set(['in_doubt', 'blocked', 'waiting', 'running', 'ready', 'compensating']);

/** What nobody knows before what failed, before what runs out, before what people have to do, before what goes by itself. */
function rankOf({ state, waits, isReleased, isOverdue }: StepView): number {
  if (state === 'in_doubt') return 0;
  if (state === 'blocked') return 1;
  if (isReleased) return 2;
  if (waits === 'input' || waits === 'approval') return isOverdue ? 3 : 4;
  if (state === 'ready') return 5;
  if (waits === 'lock') return 6;
  if (state === 'compensating') return 3;
  if (state === 'running') return 7;
  return waits === 'back-off' ? 8 : 9;
}

/** Something is wrong with them, even while the run is paused or cancelled. */
export function isLoud({ state }: StepView): boolean {
  return state === 'in_doubt' || state === 'blocked';
}
