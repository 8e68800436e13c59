import { KnownError } from '../../base/known-error.ts';
import type { ProbeResult, StepContext } from '../../model/run/step-type.ts';

export function cannotTell(because: string): ProbeResult {
  return { says: 'cannot-tell', because };
}

/** A `probe` for which whatever keeps it from looking is a reason that it cannot tell, never an answer. */
export function looking(
  look: (context: StepContext) => Promise<ProbeResult>,
): (context: StepContext) => Promise<ProbeResult> {
  return async (context) => {
    if (context.signal.aborted) return cannotTell('It was stopped before it could look.');
    try {
      return await look(context);
    } catch (error) {
      if (context.signal.aborted) return cannotTell('It was stopped while it looked.');
      if (error instanceof KnownError) return cannotTell(error.message);
      throw error;
    }
  };
}
