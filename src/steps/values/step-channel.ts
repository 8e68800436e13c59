import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { StepContext } from '../../model/run/step-type.ts';
import { badValue, isText, optionalText } from './step-values.ts';

/** For the journal: the channel as it is given, or that it follows from the steps before. */
export function channelTarget({ channel }: JsonObject): string {
  return isText(channel) ? channel : 'the channel of the steps before';
}

/**
 * The channel that a step is about: its own, else that of the nearest steps it rests on, else the input `channel`.
 * @throws KnownError `step.bad-value` when nothing says which, or the steps before it are about several
 */
export function channelOf({ with: values, step, state, plan }: StepContext): string {
  const given = optionalText(values, 'channel', 'the id of a channel') ?? channelBefore(step.needs, state);
  if (given !== null) return given;
  const input = [plan.scopes[step.scope]?.inputs.channel, plan.inputs.channel].find(isWorkedOut);
  if (input !== undefined) return input;
  throw badValue('channel', undefined, 'the id of a channel, as neither a step before it nor an input says which');
}

/** Goes back level by level: the nearest steps with a channel decide. */
function channelBefore(needs: readonly string[], state: RunState): string | null {
  const seen = new Set<string>();
  for (let level = needs; level.length > 0; ) {
    const steps = level.flatMap((id) => state.steps.get(id) ?? []);
    const channels = new Set(steps.flatMap(({ outputs }) => (isText(outputs.channel) ? outputs.channel : [])));
    if (channels.size > 1) {
      throw badValue('channel', undefined, `one of: ${[...channels].join(', ')}, as it rests on all of them`);
    }
    for (const channel of channels) return channel;
    for (const id of level) seen.add(id);
    level = [...new Set(steps.flatMap(({ plan }) => plan.needs))].filter((id) => !seen.has(id));
  }
  return null;
}

/** Inputs of a used playbook may hold expressions still. */
function isWorkedOut(input: JsonValue | undefined): input is string {
  return isText(input) && !input.includes('${{');
}
