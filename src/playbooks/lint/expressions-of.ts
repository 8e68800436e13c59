import { splitText } from '../expressions/split-text.ts';
import type { FilePath } from '../remark.ts';

/** One expression in a file, and where. */
export interface FoundExpression {
  readonly path: FilePath;
  /** Without braces. */
  readonly source: string;
  /** The `${{` has no `}}`. */
  readonly isOpen: boolean;
}

/** Fields whose whole text is an expression, with or without braces. */
const bare: readonly RegExp[] = [/^if$/, /^condition$/, /^with\.require\.\d+\.that$/, /^binds(\.\d+)?$/];

/** All expressions below a value of the file. */
export function expressionsOf(value: unknown, path: FilePath, isBare = isBareField): readonly FoundExpression[] {
  if (typeof value === 'string') return inText(value, path, isBare(path));
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value);
  return entries.flatMap(([key, one]) => expressionsOf(one, [...path, key], isBare));
}

/** Of a field of a step, by its way below `steps[n]`. */
function isBareField(path: FilePath): boolean {
  const place = path.slice(2).join('.');
  return path[0] === 'steps' && bare.some((pattern) => pattern.test(place));
}

function inText(text: string, path: FilePath, isBare: boolean): readonly FoundExpression[] {
  const { parts, isOpen } = splitText(isBare ? text.trim() : text);
  const [only] = parts;
  if (isBare && !(parts.length === 1 && only?.kind === 'expression'))
    return [{ path, source: text.trim(), isOpen: false }];
  const found = parts.filter((part) => part.kind === 'expression');
  return found.map(({ source }, index) => ({ path, source, isOpen: isOpen && index === found.length - 1 }));
}
