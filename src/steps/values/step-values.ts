import { KnownError } from '../../base/known-error.ts';
import { DURATION_EXAMPLES, parseDuration } from '../../base/quantity.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/playbook/json.ts';
import { oneLine } from './one-line.ts';

/**
 * The playbook was checked, but an expression may have made something else of a value.
 * @param name as it stands below `with`: `url`, `expect.status`
 * @param wanted goes on from `it must be`
 */
export function badValue(name: string, value: JsonValue | undefined, wanted: string): KnownError {
  const is = value === undefined || value === null || value === '' ? 'missing' : shown(value);
  return new KnownError('step.bad-value', `with.${name} is ${is}; it must be ${wanted}.`, {
    hint: 'Look at what its expressions stand for, and correct it in the playbook; "run amend" brings that into this run.',
    exitCode: 2,
  });
}

function shown(value: JsonValue): string {
  return oneLine(JSON.stringify(value));
}

/** Whether there is something to read in it. */
export function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /[^\s\p{C}]/u.test(value);
}

/** @throws KnownError `step.bad-value`, as all below */
export function textValue(values: JsonObject, name: string, wanted = 'some text'): string {
  const value = values[name];
  if (isText(value)) return value;
  throw badValue(name, value, wanted);
}

export function optionalText(values: JsonObject, name: string, wanted = 'some text'): string | null {
  const value = values[name];
  return value === undefined || value === null ? null : textValue(values, name, wanted);
}

export function yesOrNo(values: JsonObject, name: string, usual = false): boolean {
  const value = values[name] ?? usual;
  if (typeof value === 'boolean') return value;
  throw badValue(name, value, 'true or false');
}

export function choice<const Choice extends string>(
  values: JsonObject,
  name: string,
  choices: readonly Choice[],
  usual?: Choice,
): Choice {
  const value = values[name] ?? usual;
  const found = choices.find((one) => one === value);
  if (found !== undefined) return found;
  throw badValue(name, value, `one of: ${choices.join(', ')}`);
}

/** Milliseconds, from what is written like `30s`; a day is 24 hours. */
export function durationMs(values: JsonObject, name: string, usual: string): number {
  const value = values[name] ?? usual;
  const ms = typeof value === 'string' ? parseDuration(inHours(value)) : undefined;
  if (ms !== undefined && ms > 0 && ms < 2 ** 31) return ms;
  throw badValue(name, value, `a duration like ${DURATION_EXAMPLES}`);
}

function inHours(text: string): string {
  return text.replace(/(\d+(?:\.\d+)?)\s*d/gi, (_, days) => `${Number(days) * 24}h`);
}

/** One text, or a list of them. */
export function textList(values: JsonObject, name: string, wanted: string): readonly string[] {
  const value = values[name];
  const list: readonly JsonValue[] = Array.isArray(value)
    ? value
    : value === undefined || value === null
      ? []
      : [value];
  return list.map((one, at) => {
    if (isText(one)) return one;
    throw badValue(Array.isArray(value) ? `${name}[${at}]` : name, one, wanted);
  });
}

/** Texts by name; numbers and truth values are written out, as YAML people expect of `env`. */
export function textMap(values: JsonObject, name: string, wanted: string): Readonly<Record<string, string>> {
  const value = values[name] ?? {};
  if (!isJsonObject(value)) throw badValue(name, value, wanted);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return [key, String(one)];
      throw badValue(`${name}.${key}`, one, 'some text');
    }),
  );
}
