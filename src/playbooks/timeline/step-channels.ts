import type { PlannedStep } from '../../model/run/run-plan.ts';
import type { Tasks } from './task.ts';

const aboutChannels: ReadonlySet<string> = new Set(['snapshot', 'verify', 'complete']);

/** The channel that each step is about: the one it names, otherwise that of what it needs, otherwise the input called `channel`. */
export function channelsOfSteps(tasks: Tasks): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  // Only what is about channels says something for what comes after it.
  const passedOn = new Map<string, string | null>();
  for (const { step, needs } of tasks.all) {
    const named = namedIn(step, tasks);
    const before = needs.map((need) => passedOn.get(need) ?? null).find((one) => one !== null) ?? null;
    passedOn.set(step.id, (aboutChannels.has(step.type) ? named : null) ?? before);
    found.set(step.id, named ?? before ?? inputIn(step, tasks));
  }
  return found;
}

function namedIn({ scope, channel, with: values }: PlannedStep, { names }: Tasks): string | null {
  const text = channel ?? values.channel;
  return typeof text === 'string' ? (names.fill(scope, text) ?? null) : null;
}

function inputIn({ scope }: PlannedStep, { names }: Tasks): string | null {
  const { channel } = names.inputsOf(scope);
  return typeof channel === 'string' ? channel : null;
}
