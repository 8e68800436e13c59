import { KnownError } from '../../base/known-error.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import type { StepContext, StepResult, StepType } from '../../model/run/step-type.ts';

export function succeeded(outputs: JsonObject): StepResult {
  return { kind: 'succeeded', outputs };
}

export interface FailureOptions {
  readonly hint?: string;
  /** Whether another attempt may go better and does no harm; not unless said. */
  readonly isRetryable?: boolean;
}

export function failed(code: string, message: string, { hint, isRetryable = false }: FailureOptions = {}): StepResult {
  return { kind: 'failed', error: { code, message, hint: hint ?? null, isRetryable } };
}

/** Wrong settings (2) and a person who has to do something first (75) are the same at the next attempt. */
export function failedBy({ code, message, hint, exitCode }: KnownError): StepResult {
  return { kind: 'failed', error: { code, message, hint: hint ?? null, isRetryable: exitCode === 1 } };
}

/**
 * An `execute` that ends in a result whatever foreseen happens: a KnownError is a failure, and what the signal stopped is one
 * with the code `step.interrupted`, which may be tried again only where that does no harm.
 */
export function execution(
  isIdempotent: StepType['isIdempotent'],
  work: (context: StepContext) => Promise<StepResult>,
): (context: StepContext) => Promise<StepResult> {
  return async (context) => {
    const { signal } = context;
    if (signal.aborted) return failed('step.interrupted', 'Stopped before it began.', { isRetryable: true });
    try {
      return await work(context);
    } catch (error) {
      if (signal.aborted && (error instanceof KnownError || isAbort(error, signal))) {
        return interrupted(isIdempotent(context.with));
      }
      if (error instanceof KnownError) return failedBy(error);
      throw error;
    }
  };
}

/** What the signal stopped half-way. */
export function interrupted(isIdempotent: boolean): StepResult {
  if (isIdempotent) return failed('step.interrupted', 'Stopped before it was done.', { isRetryable: true });
  return failed('step.interrupted', 'Stopped while it was at work, and nothing says how far it came.', {
    hint: 'Look what became of it before it is tried again.',
  });
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}
