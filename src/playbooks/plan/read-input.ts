import { closestMatch } from '../../base/closest-match.ts';
import { parseMoment } from '../../base/moment.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { PlaybookInput } from '../../model/playbook/playbook.ts';

/** The value, or what it has to be as a phrase. */
export type InputReading =
  | { readonly value: JsonValue }
  | { readonly wanted: string; readonly near: string | undefined };

/**
 * What was given for an input, as a typed text or a value, by its type.
 * @param channels of the workspace; null when nobody knows them
 */
export function readInput(input: PlaybookInput, given: JsonValue, channels: readonly string[] | null): InputReading {
  const read = readTyped(input, given, channels);
  if (!('value' in read) || input.choices.length === 0) return read;
  if (input.choices.some((choice) => choice === read.value)) return read;
  return oneOf(read.value, input.choices.map(String));
}

function readTyped({ type }: PlaybookInput, given: JsonValue, channels: readonly string[] | null): InputReading {
  switch (type) {
    case 'integer':
      return wholeNumber(given);
    case 'boolean':
      return yesOrNo(given);
    case 'date':
      return date(given);
    case 'channel':
      if (channels === null) return text(given, 'a channel of the workspace');
      return channels.some((id) => id === given) ? { value: given } : oneOf(given, channels);
    default:
      return text(given, 'some text');
  }
}

/** What a journal takes for a secret cannot be typed in: it would be replaced by one. */
function text(given: JsonValue, wanted: string): InputReading {
  const isText = typeof given === 'string' && given.trim() !== '' && !given.includes('⟦secret:');
  return isText ? { value: given } : { wanted, near: undefined };
}

function wholeNumber(given: JsonValue): InputReading {
  const value = typeof given === 'string' && /^\s*-?\d+\s*$/.test(given) ? Number(given) : given;
  return Number.isSafeInteger(value) ? { value } : { wanted: 'a whole number', near: undefined };
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  ja: true,
  false: false,
  no: false,
  nein: false,
};

function yesOrNo(given: JsonValue): InputReading {
  if (typeof given === 'boolean') return { value: given };
  const value = typeof given === 'string' ? words[given.trim().toLowerCase()] : undefined;
  return value === undefined ? { wanted: 'true or false', near: undefined } : { value };
}

function date(given: JsonValue): InputReading {
  const isDate = typeof given === 'string' && parseMoment(given, 'start') !== undefined;
  return isDate ? { value: given.trim() } : { wanted: 'a day like 2026-12-31', near: undefined };
}

function oneOf(given: JsonValue, choices: readonly string[]): InputReading {
  const wanted = choices.length === 0 ? 'one of a list that is empty' : `one of: ${choices.join(', ')}`;
  return { wanted, near: closestMatch(String(given), choices) };
}
