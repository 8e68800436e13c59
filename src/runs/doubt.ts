import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { Engine } from './engine.ts';
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
  const about = { step: step.plan.id, attempt: step.attempt };
  if (probed?.says === 'done') return [engine.entry(seenDone(probed.because), about)];
  const said = probed === undefined ? reason : `${reason} ${probed.because}`;
  const body = { reason: said, probe: probed?.says ?? ('none' as const) };
  return [engine.entry({ type: 'step.in-doubt', body }, about)];
}

function seenDone(because: string) {
  return {
    type: 'step.outcome',
    body: { result: 'succeeded', via: 'probe', outputs: {}, error: null, evidence: [], note: because },
  } as const;
}
