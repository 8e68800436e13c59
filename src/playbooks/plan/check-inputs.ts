import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import { readInput } from './read-input.ts';

/**
 * The inputs of a run, each of its type, with defaults for those that were left out.
 * @param given as typed, or as values
 * @param channels of the workspace; null when nobody knows them
 * @throws KnownError `playbook.inputs`, which names all that is wrong
 */
export function checkInputs(playbook: Playbook, given: JsonObject, channels: readonly string[] | null): JsonObject {
  const troubles = unknownOnes(playbook, given);
  const values: Record<string, JsonValue> = {};
  for (const [name, input] of Object.entries(playbook.inputs)) {
    const said = given[name] ?? input.default;
    if (said === null) {
      values[name] = null;
      if (input.required) troubles.push(`The input "${name}" (${input.type}) is missing.`);
      continue;
    }
    const read = readInput(input, said, channels);
    if ('value' in read) values[name] = read.value;
    else troubles.push(wrong(name, said, read.wanted, read.near));
  }
  if (troubles.length === 0) return values;
  throw new KnownError('playbook.inputs', troubles.join('\n'), { hint: hintFor(playbook), exitCode: 2 });
}

function unknownOnes({ name, inputs }: Playbook, given: JsonObject): string[] {
  const known = Object.keys(inputs);
  return Object.keys(given)
    .filter((key) => !Object.hasOwn(inputs, key))
    .map((key) => {
      const near = closestMatch(key, known);
      const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
      return `The playbook "${name}" has no input "${key}".${meant}`;
    });
}

function wrong(name: string, said: JsonValue, wanted: string, near: string | undefined): string {
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `The input "${name}" is ${JSON.stringify(said)}; it must be ${wanted}.${meant}`;
}

function hintFor({ inputs }: Playbook): string {
  const all = Object.entries(inputs).map(
    ([name, { type, required }]) => `${name} (${type}${required ? ', required' : ''})`,
  );
  return all.length === 0 ? 'It takes no inputs.' : `It takes: ${all.join(', ')}.`;
}
