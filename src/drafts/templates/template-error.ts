import type { Liquid, LiquidError } from 'liquidjs';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';

/** Where a piece of Liquid stands: its file and the line that its first line is there. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** @param names every name that could have been meant */
export function unknownName(
  what: 'variable' | 'filter' | 'tag',
  name: string,
  names: readonly string[],
  place: SourcePlace,
): KnownError {
  const near = closestMatch(name, names);
  const hint = near === undefined ? `There are: ${[...names].sort().join(', ')}.` : `Did you mean "${near}"?`;
  return atPlace(place, { code: `draft.unknown-${what}`, message: `there is no ${what} "${name}".`, hint });
}

function atPlace({ file, line }: SourcePlace, { code, message, hint }: Trouble, cause?: unknown): KnownError {
  return new KnownError(code, `${file}:${line}: ${message}`, { hint, cause, exitCode: 2 });
}

/** Its classes are not to be had; all its errors have the token that they are about. */
function isLiquidError(error: unknown): error is LiquidError {
  return error instanceof Error && 'token' in error;
}

/** What went wrong in a template, for people: its file, the line, and the name that was probably meant. */
export function templateError(
  error: unknown,
  place: SourcePlace,
  engine: Liquid,
  variables: readonly string[],
): unknown {
  if (error instanceof KnownError || !isLiquidError(error)) return error;
  const { originalError } = error;
  if (originalError instanceof KnownError) return originalError;
  const [row = 1] = error.token.getPosition();
  const here = { file: place.file, line: place.line + row - 1 };
  const text =
    (originalError?.message ?? error.message).split('\n')[0]?.replace(/, (?:file:.*|line:\d+, col:\d+)$/, '') ?? '';
  const [, filter] = /^undefined filter: (.*)$/.exec(text) ?? [];
  if (filter !== undefined) return unknownName('filter', filter, Object.keys(engine.filters), here);
  const [, tag] = /^tag "(.*)" not found$/.exec(text) ?? [];
  if (tag !== undefined) return unknownName('tag', tag, Object.keys(engine.tags), here);
  const [, variable] = /^undefined variable: (.*)$/.exec(text) ?? [];
  if (variable !== undefined) return unknownName('variable', variable, variables, here);
  if (/limit exceeded$/.test(text)) return endless(text, here, error);
  return atPlace(here, { code: 'draft.template', message: `the template cannot be read: ${text}.`, hint: HOW }, error);
}

const HOW = 'Correct that line: {{ name }} writes something, {% if name %} … {% endif %} asks for something.';

function endless(text: string, place: SourcePlace, cause: unknown): KnownError {
  const what = text.startsWith('parse') ? 'the template is too long.' : 'the template does not come to an end.';
  const hint = 'A template takes a thousandth of a second: look for a loop that goes round too often.';
  return atPlace(place, { code: 'draft.endless', message: what, hint }, cause);
}
