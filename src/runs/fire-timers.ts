import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState, StepTimer } from '../model/run/run-state.ts';
import { isDue } from '../model/run/timers.ts';
import { standing } from '../model/run/view-step.ts';
import { type Engine, stepOf } from './engine.ts';
import { liveTimers } from './moments.ts';
import { atOnce, failed, plainIntent } from './outcomes.ts';
import { doubt } from './recover.ts';
import { remind } from './remind.ts';

/**
 * Fires what is due. That it fired stands in the journal, so that a clock which is put back later does not undo it.
 */
export async function fireTimers(engine: Engine): Promise<readonly AdvancedStep[]> {
  const state = await engine.deps.store.load(engine.run);
  const did: AdvancedStep[] = [];
  for (const step of state.steps.values()) {
    for (const timer of liveTimers(state, step, engine.deps)) {
      if (isDue(timer, engine.deps.clock.now())) did.push(...(await fire(step, timer, engine)));
    }
  }
  return did;
}

async function fire(
  { plan }: StepState,
  { timer, dueAt }: StepTimer,
  engine: Engine,
): Promise<readonly AdvancedStep[]> {
  const { id } = plan;
  const name = timer as 'wait';
  let hasFired = false;
  const state = await engine.append((newest) => {
    // It may have been set anew meanwhile.
    const now = stepOf(newest, id).timers.find((one) => one.timer === timer);
    hasFired = now !== undefined && !now.hasFired && now.dueAt === dueAt;
    return hasFired ? [engine.entry({ type: 'timer.fired', body: { timer: name, dueAt } }, { step: id })] : [];
  });
  if (!hasFired) return [];
  await engine.deps.at('timer-fired', id);
  const step = stepOf(state, id);
  if (timer === 'timeout') return timeOut(state, step, engine);
  if (timer === 'expires') return expire(step, engine);
  if (timer.startsWith('remind:')) return remind(state, step, timer, engine);
  return [{ step: id, what: 'timer', says: timer === 'backoff' ? 'Its pause is over.' : 'Its time has come.' }];
}

/** A step that still waits when its time is over. */
async function timeOut(state: RunState, step: StepState, engine: Engine): Promise<readonly AdvancedStep[]> {
  const { id, onTimeout, timeout } = step.plan;
  const says = `Nobody answered within ${timeout}.`;
  // What was answered in time leaves its timer behind.
  if (standing(state, step).state !== 'waiting') return [];
  if (onTimeout === 'remind') return [{ step: id, what: 'timer', says }];
  let isOver = false;
  await engine.append((newest) => {
    const now = stepOf(newest, id);
    isOver = now.intent?.isByHand !== true && standing(newest, now).state === 'waiting';
    if (!isOver) return [];
    if (onTimeout === 'continue') return [engine.entry({ type: 'step.skipped', body: { reason: says } }, { step: id })];
    const error = { code: 'step.timed-out', message: says, hint: null, isRetryable: false };
    return atOnce(now, plainIntent(newest, now, says), failed(error, 'timer'), engine.entry);
  });
  return isOver ? [{ step: id, what: onTimeout === 'continue' ? 'skipped' : 'failed', says }] : [];
}

/** A person was given the go-ahead, and has not said how it ended. */
async function expire(step: StepState, engine: Engine): Promise<readonly AdvancedStep[]> {
  if (step.state !== 'running' || step.intent?.isByHand !== true) return [];
  const { person } = step.intent;
  const reason = `${person ?? 'Somebody'} was given the go-ahead, and nobody has said how it ended.`;
  return [await doubt(step, reason, engine)];
}
