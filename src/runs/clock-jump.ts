import { isoTime } from '../base/clock.ts';
import type { RunState } from '../model/run/run-state.ts';
import { describeJump, isDue } from '../model/run/timers.ts';
import { standing } from '../model/run/view-step.ts';
import type { Engine } from './engine.ts';
import { liveTimers } from './moments.ts';

/**
 * Writes down that the clock stands elsewhere than it should, where something hangs on it: a timer that is due now, or
 * something irreversible that would begin now. It cannot be told from a computer that was shut for weeks; both ask for a
 * person before anything irreversible goes on by itself.
 * @param clockAt what the clock said when the run was last looked after, UTC ISO 8601
 */
export async function noteJump(clockAt: string, engine: Engine): Promise<void> {
  const now = engine.deps.clock.now();
  if (describeJump(clockAt, now) === 'none') return;
  const body = { from: clockAt, to: isoTime(now) };
  await engine.append((state) =>
    hangsOnClock(state, now, engine.deps) ? [engine.entry({ type: 'clock.jumped', body })] : [],
  );
}

function hangsOnClock(state: RunState, now: Date, deps: Engine['deps']): boolean {
  return [...state.steps.values()].some(
    (step) =>
      liveTimers(state, step, deps).some((timer) => isDue(timer, now)) ||
      (step.plan.irreversible && standing(state, step).state === 'ready'),
  );
}
