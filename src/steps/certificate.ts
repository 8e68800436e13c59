import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, stopped, succeeded } from './results/step-result.ts';
import { choice } from './values/step-values.ts';

async function execute(context: StepContext): Promise<StepResult> {
  const { run, signal, ports, with: values } = context;
  const language = choice(values, 'language', ['de', 'en', 'both'], 'both');
  const { file, sha256, bytes } = await ports.writeCertificate(run, signal, language);
  if (signal.aborted) return stopped(context, true);
  return succeeded({ file, sha256, bytes });
}

/** Writes the run's certificate; once more replaces it. Outputs: `{file, sha256, bytes}`. */
export const certificateStep: StepType = {
  name: 'certificate',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent: () => true,
  target: () => 'certificate of the run',
  execute: execution(() => true, execute),
};
