import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/playbook/json.ts';
import { type ExpressionNames, secretReference } from '../../model/run/expressions.ts';
import type { NameUse } from './names-used.ts';

/** What a name may begin with, besides inputs and steps that stand bare. */
export const rootNames = ['inputs', 'steps', 'run', 'facts', 'channels', 'secrets'] as const;

/** What the words before the first dot stand for, for those that an expression uses. */
export function rootsOf(uses: readonly NameUse[], names: ExpressionNames): JsonObject {
  const wanted = new Set(uses.map(({ path: [root = ''] }) => root));
  return Object.fromEntries([...wanted].map((root) => [root, rootValue(root, names)]));
}

function rootValue(root: string, names: ExpressionNames): JsonValue {
  switch (root.toLowerCase()) {
    case 'inputs':
      return names.inputs;
    case 'steps':
      return names.steps;
    case 'run':
      return names.run;
    case 'facts':
      return names.facts;
    case 'channels':
      return names.channels;
    case 'secrets':
      return Object.fromEntries(names.secrets.map((name) => [name, secretReference(name)]));
    default:
      return field(names.inputs, root) ?? field(names.steps, root) ?? null;
  }
}

/** Names do not mind how they are written, large or small; GitHub's do not either. */
function field(object: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

/** @throws KnownError `expression.unknown-name` for the first name that stands for nothing */
export function checkNames(uses: readonly NameUse[], names: ExpressionNames, source: string): void {
  for (const { path } of uses) {
    const trouble = wrongName(path, names);
    if (trouble !== undefined) throw unknownName(trouble, source);
  }
}

interface WrongName {
  readonly what: string;
  readonly name: string;
  readonly candidates: readonly string[];
}

function wrongName(path: readonly string[], names: ExpressionNames): WrongName | undefined {
  const [root = '', ...rest] = path;
  switch (root.toLowerCase()) {
    case 'inputs':
      return wrongField(names.inputs, rest, 'input');
    case 'run':
      return wrongField(names.run, rest, 'fact of the run');
    case 'facts':
      return wrongField(names.facts, rest, 'platform');
    case 'channels':
      return wrongField(names.channels, rest, 'channel');
    case 'secrets':
      return wrongField(Object.fromEntries(names.secrets.map((name) => [name, ''])), rest, 'secret');
    case 'steps':
      return wrongStep(names.steps, rest);
    default:
      return wrongBare(path, names);
  }
}

function wrongField(object: JsonObject, [name]: readonly string[], noun: string): WrongName | undefined {
  if (name === undefined || field(object, name) !== undefined) return undefined;
  return { what: `There is no ${noun} "${name}"`, name, candidates: Object.keys(object) };
}

function wrongBare(path: readonly string[], names: ExpressionNames): WrongName | undefined {
  const [name = ''] = path;
  if (field(names.inputs, name) !== undefined) return undefined;
  if (field(names.steps, name) !== undefined) return wrongStep(names.steps, path);
  const candidates = [...Object.keys(names.inputs), ...Object.keys(names.steps), ...rootNames];
  return { what: `Nothing is called "${name}"`, name, candidates };
}

/**
 * A step that succeeded has the outputs it has: another name is a mistake. Of one that was skipped, failed or has not come,
 * everything is null.
 */
function wrongStep(steps: JsonObject, [id, first, second]: readonly string[]): WrongName | undefined {
  if (id === undefined) return undefined;
  const step = field(steps, id);
  if (step === undefined) return { what: `There is no step "${id}"`, name: id, candidates: Object.keys(steps) };
  if (first === undefined || !isJsonObject(step) || step.state !== 'succeeded') return undefined;
  const isOutputs = first.toLowerCase() === 'outputs' && isJsonObject(step.outputs);
  const [place, name] = isOutputs ? [step.outputs as JsonObject, second] : [step, first];
  if (name === undefined || field(place, name) !== undefined) return undefined;
  return { what: `The step "${id}" has no output "${name}"`, name, candidates: Object.keys(place) };
}

function unknownName({ what, name, candidates }: WrongName, source: string): KnownError {
  const near = closestMatch(name, candidates);
  const choice = candidates.length === 0 ? 'There are none.' : `There are: ${candidates.join(', ')}.`;
  return new KnownError('expression.unknown-name', `${what}, which "${source}" names.`, {
    hint: near === undefined ? choice : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}
