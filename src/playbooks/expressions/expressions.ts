import { type data, Evaluator } from '@actions/expressions';
import { truthy } from '@actions/expressions/result';
import { KnownError } from '../../base/known-error.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { ExpressionNames, Expressions } from '../../model/run/expressions.ts';
import { fromData, toData } from './expression-data.ts';
import { checkNames, rootsOf } from './look-up.ts';
import { namesIn } from './names-used.ts';
import { parseExpression } from './parse-expression.ts';
import { bareExpression, hasExpression, splitText } from './split-text.ts';

/** GitHub's expressions over what a run knows. */
export const expressions: Expressions = { evaluate, fill, isTrue };

function evaluate(expression: string, names: ExpressionNames): JsonValue {
  return workOut(bareExpression(expression), names);
}

function workOut(source: string, names: ExpressionNames): JsonValue {
  const parsed = parseExpression(source);
  const uses = namesIn(parsed, source);
  checkNames(uses, names, source);
  const roots = toData(rootsOf(uses, names)) as data.Dictionary;
  try {
    return fromData(new Evaluator(parsed, roots).evaluate());
  } catch (error) {
    throw failed(source, error);
  }
}

/** What functions throw about what they are given: fromJSON of no JSON, a format with a hole. */
function failed(source: string, cause: unknown): KnownError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KnownError('expression.failed', `"${source}" cannot be worked out: ${why}.`, {
    hint: 'Look at what its names stand for now, with: lastpost run status RUN --json',
    cause,
  });
}

function fill(value: JsonValue, names: ExpressionNames): JsonValue {
  if (typeof value === 'string') return hasExpression(value) ? fillText(value, names) : value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => fill(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, one]) => [key, fill(one, names)]),
  ) as JsonObject;
}

function fillText(text: string, names: ExpressionNames): JsonValue {
  const { parts, isOpen } = splitText(text);
  const [only] = parts;
  if (isOpen) {
    throw new KnownError('expression.syntax', `"${text}" has a \${{ without }}.`, {
      hint: 'End it with }}, or take the ${{ away.',
      exitCode: 2,
    });
  }
  if (parts.length === 1 && only?.kind === 'expression') return workOut(only.source, names);
  return parts.map((part) => (part.kind === 'text' ? part.text : inText(part.source, names))).join('');
}

/**
 * A value amid a text. Nothing is not put there as nothing: an address that lacks its account is another address, and a
 * probe that looks at it would say that the account is gone.
 */
function inText(source: string, names: ExpressionNames): string {
  const value = workOut(source, names);
  if (value === null) {
    throw new KnownError('expression.no-value', `"${source}" has no value, and stands amid a text.`, {
      hint: `Give it one, or say what stands there instead: \${{ ${source} || 'nothing' }}`,
    });
  }
  return typeof value === 'object' ? JSON.stringify(value) : toData(value).coerceString();
}

function isTrue(value: JsonValue): boolean {
  return truthy(toData(value));
}
