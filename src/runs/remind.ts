import { KnownError } from '../base/known-error.ts';
import type { AdvancedStep } from '../model/run/run-requests.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { standing } from '../model/run/view-step.ts';
import type { Engine } from './engine.ts';
import { shownText } from './fill-step.ts';
import { stepContext } from './step-context.ts';

/**
 * Reminds those whom a step waits for, by mail where the workspace has a mail server. That a mail cannot be sent stops
 * nothing; who was told stands in the journal.
 */
export async function remind(
  state: RunState,
  step: StepState,
  timer: string,
  engine: Engine,
): Promise<readonly AdvancedStep[]> {
  const { id, assignee } = step.plan;
  if (standing(state, step).state !== 'waiting') return [];
  const before = timer.slice('remind:'.length);
  const title = shownText(state, step, step.plan.name, engine.deps)?.en ?? id;
  const says = `${before} to go: ${title}`;
  const told = await mail(state, step, says, engine);
  if (told === null) return [{ step: id, what: 'timer', says }];
  const body = { person: assignee ?? '', about: says, how: told };
  await engine.append(() => [engine.entry({ type: 'person.told', body }, { step: id })]);
  return [{ step: id, what: 'timer', says }];
}

/** How it went, in words; null where there is nobody to tell or no way to. */
async function mail(state: RunState, step: StepState, says: string, engine: Engine): Promise<string | null> {
  const { assignee, id } = step.plan;
  if (engine.deps.ports.mail === null || assignee === null) return null;
  const text = `${says}\n\nSee what is to be done with: lastpost run explain ${state.id}\n`;
  const values = { to: assignee, subject: says, text };
  const context = { ...stepContext(state, step, values, engine.signal, engine), key: `${state.id}/${id}/${says}` };
  try {
    const result = await engine.deps.stepTypes.notify.execute?.(context);
    return result?.kind === 'failed' ? `no mail: ${result.error.message}` : 'by mail';
  } catch (error) {
    engine.signal.throwIfAborted();
    if (error instanceof KnownError) return `no mail: ${error.message}`;
    throw error;
  }
}
