import { KnownError } from '../../base/known-error.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import { INTERRUPTED } from '../../model/run/fold-step.ts';
import type { StepContext, StepResult, StepType } from '../../model/run/step-type.ts';
import { oneLine } from '../values/one-line.ts';

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

type Work = (context: StepContext) => Promise<StepResult>;

/**
 * An `execute` that ends in a result whatever foreseen happens: a KnownError is a failure, and so is what the signal ended, see
 * `stopped`. Only bugs are thrown.
 */
export function execution(isIdempotent: StepType['isIdempotent'], work: Work): Work {
  return async (context) => {
    const { signal } = context;
    // Nothing has been done, whatever it is.
    if (signal.aborted) return stopped(context, true);
    try {
      return await work(context);
    } catch (error) {
      if (signal.aborted && (error instanceof KnownError || isAbort(error, signal))) {
        return stopped(context, isIdempotent(context.with));
      }
      if (error instanceof KnownError) return failedBy(error);
      throw error;
    }
  };
}

/**
 * What the signal ended half-way: `step.timed-out` when it fired because the step's time was up, otherwise `step.interrupted`,
 * which does not count as an attempt. Either may be tried again only where that does no harm.
 */
export function stopped({ signal, step }: StepContext, isIdempotent: boolean): StepResult {
  const hint = 'Nothing says how far it came: look what became of it before it is tried again.';
  const options = { isRetryable: isIdempotent, ...(isIdempotent ? {} : { hint }) };
  const isTimeUp = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
  if (!isTimeUp) return failed(INTERRUPTED, 'Stopped before it was done.', options);
  const limit = step.timeout === null ? '' : ` (${oneLine(step.timeout)})`;
  return failed('step.timed-out', `It took longer than its timeout${limit}.`, options);
}

function isAbort(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof Error && error.name === 'AbortError');
}
