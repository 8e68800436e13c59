import { ancestorsOf } from '../model/run/ancestors.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { filledText } from './fill-step.ts';
import type { RunDeps } from './run-deps.ts';

const aboutChannels: ReadonlySet<string> = new Set(['snapshot', 'verify', 'complete']);

/**
 * The channels that a step ends: the one it names, otherwise those whose snapshots it rests on.
 * What cannot be worked out yet is left out; a step without any is not let go.
 */
export function channelsOf(
  state: RunState,
  step: StepState,
  deps: Pick<RunDeps, 'expressions' | 'namesFor'>,
): readonly string[] {
  const own = channelNamed(state, step, step.plan.channel, deps);
  if (own !== undefined) return [own];
  const found = ancestorsOf(state.plan, step.plan.id).flatMap(({ id, type, with: values }) => {
    const ancestor = state.steps.get(id);
    if (!aboutChannels.has(type) || ancestor === undefined || ancestor.state === 'skipped') return [];
    // A step that names none takes that of the steps before it, and says which it was.
    const channel = ancestor.outputs.channel ?? values.channel;
    return channelNamed(state, ancestor, typeof channel === 'string' ? channel : null, deps) ?? [];
  });
  return [...new Set(found)];
}

function channelNamed(
  state: RunState,
  step: StepState,
  text: string | null,
  deps: Pick<RunDeps, 'expressions' | 'namesFor'>,
): string | undefined {
  try {
    return filledText(state, step, text, deps) || undefined;
  } catch {
    return undefined;
  }
}
