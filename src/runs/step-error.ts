import { KnownError } from '../base/known-error.ts';
import type { StepError } from '../model/run/run-event.ts';

/** Trouble that was foreseen, as a journal has it: the net, a server or a disk may be better the next time. */
export function stepError(error: KnownError, isRetryable = true): StepError {
  return { code: error.code, message: error.message, hint: error.hint ?? null, isRetryable };
}

/**
 * What went wrong, for the journal. A bug is not hidden: it is thrown on.
 * @throws whatever is no KnownError
 */
export function asStepError(error: unknown, isRetryable = true): StepError {
  if (error instanceof KnownError) return stepError(error, isRetryable);
  throw error;
}
