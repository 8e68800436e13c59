import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { ProbeResult } from '../model/run/step-type.ts';
import type { Engine } from './engine.ts';
import { succeeded } from './outcomes.ts';
import { probeStep } from './probe-step.ts';

/**
 * What is written about an attempt of which nobody knows how it ended: that its probe saw it done, or that it is in doubt. A
 * probe that sees nothing done is no proof: what it looks at may take its time. So a person decides.
 */
export async function doubtEntries(
  state: RunState,
  step: StepState,
  reason: string,
  engine: Pick<Engine, 'deps' | 'onProgress' | 'signal' | 'entry'>,
): Promise<readonly NewEntry[]> {
  const probed = await probeStep(state, step, engine);
  await engine.deps.at('probed', step.plan.id);
  return [doubtEntry(step, reason, probed, engine)];
}

/** The same where the probe has looked already; undefined for a step that has none. */
export function doubtEntry(
  step: StepState,
  reason: string,
  probed: ProbeResult | undefined,
  { entry }: Pick<Engine, 'entry'>,
): NewEntry {
  const about = { step: step.plan.id, attempt: step.attempt };
  if (probed?.says === 'done')
    return entry({ type: 'step.outcome', body: succeeded('probe', {}, probed.because) }, about);
  const said = probed === undefined ? reason : `${reason} ${probed.because}`;
  const body = { reason: said, probe: probed?.says ?? ('none' as const) };
  return entry({ type: 'step.in-doubt', body }, about);
}
