import { isoTime } from '../base/clock.ts';
import type { RetrySpec } from '../model/playbook/playbook.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import type { Engine } from './engine.ts';

/** A day: nobody means a longer pause by doubling. */
const LONGEST_MS = 86_400_000;

/** How long to wait before another attempt, after so many that failed. */
export function backoffMs({ backoff, delayMs }: RetrySpec, failures: number): number {
  const factor = backoff === 'exponential' ? 2 ** Math.min(30, Math.max(0, failures - 1)) : 1;
  return Math.min(LONGEST_MS, delayMs * factor);
}

/** The pause before the attempt that follows the one which fails now; null when none may follow. */
export function backoffEntry({ plan }: RunState, step: StepState, { deps, entry }: Engine): NewEntry | null {
  const { retry, irreversible, id } = step.plan;
  const failures = step.failures + 1;
  if (retry === null || irreversible || failures >= retry.maxAttempts) return null;
  const dueAt = isoTime(new Date(deps.clock.now().getTime() + backoffMs(retry, failures)));
  return entry({ type: 'timer.set', body: { timer: 'backoff', dueAt, zone: plan.timezone } }, { step: id });
}
