import type { z } from 'zod';
import { closestMatch } from '../../base/closest-match.ts';
import { looksSecret } from '../lint/secret-shapes.ts';
import { error, type FilePath, meant, type Remark } from '../remark.ts';
import { fieldsAt } from './schema-shape.ts';
import { typesWith } from './step-schema.ts';

type Issue = z.core.$ZodIssue;

/** What was checked: the values, by which schema, and where they stand in the file. */
export interface Checked {
  readonly values: unknown;
  readonly schema: z.ZodType;
  readonly base: FilePath;
  /** `step "memo"`, or `the playbook`. */
  readonly whose: string;
}

/** What zod found, as a person would say it. */
export function issueRemarks(issues: readonly Issue[], checked: Checked): readonly Remark[] {
  return leading(issues).flatMap((issue) => remarksOf(issue, [], checked));
}

function remarksOf(issue: Issue, above: readonly PropertyKey[], checked: Checked): readonly Remark[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(path, key, checked));
  if (issue.code === 'invalid_key') return [badName(path, issue, checked)];
  const nearest = issue.code === 'invalid_union' ? nearestBranch(issue.errors) : undefined;
  if (nearest !== undefined) return nearest.flatMap((one) => remarksOf(one, path, checked));
  return [wrongValue(path, issue, checked)];
}

/** Of a union the branch that was meant: the one in which the mistake lies deepest. None when it fits nowhere. */
function nearestBranch(all: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isDeep = (issues: readonly Issue[]) =>
    issues.length > 0 && issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');
  const deep = all.filter(isDeep);
  const [nearest] = deep.sort((a, b) => a.length - b.length);
  return nearest && leading(nearest);
}

/** What a block lacks as a whole says no more than the name in it that nobody knows. */
function leading(issues: readonly Issue[]): readonly Issue[] {
  const unknown = issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('/'));
  return issues.filter(({ code, path }) => code !== 'custom' || !unknown.includes(path.join('/')));
}

function unknownField(path: readonly PropertyKey[], key: string, { schema, base, whose }: Checked): Remark {
  const known = fieldsAt(schema, path);
  const place = path.length === 0 ? whose : `${pathText(path)} of ${whose}`;
  const elsewhere = base[0] === 'steps' && path.length === 0 ? typesWith(key) : [];
  const at = { at: 'key' as const };
  const full = filePath(base, [...path, key]);
  if (elsewhere.length > 0) {
    const others = elsewhere.length > 3 ? 'of other types' : `of type ${elsewhere.join(', ')}`;
    const message = `"${key}" does not belong to ${place}: it is for steps ${others}.`;
    return error('unknown-field', full, message, 'Take it away, or change the type of the step.', at);
  }
  const near = closestMatch(key, known);
  const swap = near === undefined ? {} : { swap: { wrong: key, right: near } };
  return error('unknown-field', full, `"${key}" is no field of ${place}.`, meant(near, 'field', known), {
    ...at,
    ...swap,
  });
}

function badName(
  path: readonly PropertyKey[],
  issue: Extract<Issue, { code: 'invalid_key' }>,
  checked: Checked,
): Remark {
  const key = String(path.at(-1));
  const wanted = issue.issues[0]?.message ?? 'another word';
  const message = `"${key}" cannot be a name; it must be ${wanted}.`;
  return error('wrong-value', filePath(checked.base, path), message, 'Give it another name, everywhere it is used.', {
    at: 'key',
  });
}

function wrongValue(path: readonly PropertyKey[], issue: Issue, checked: Checked): Remark {
  const { base, whose } = checked;
  const value = valueAt(checked.values, path);
  const field = path.length === 0 ? whose : `${pathText(path)} of ${whose}`;
  const wanted = issue.code === 'invalid_type' && issue.expected === 'object' ? 'a block of keys' : issue.message;
  const full = filePath(base, path);
  if (value === undefined) {
    const key = String(path.at(-1));
    return error('missing-field', full, `${field} is missing; it must be ${wanted}.`, `Add a line: ${key}: …`);
  }
  const message = `${field} is ${shown(value, path)}; it must be ${wanted}.`;
  if (typeof value === 'number' && /text|duration/.test(wanted)) {
    const isText = wanted.includes('text');
    const right = isText ? `"${value}"` : `${value}d`;
    const fix = isText ? 'Put it in quotes, so that it is a text.' : 'Say the unit too: m, h, d or w.';
    return error('wrong-value', full, message, fix, isText ? { swap: { wrong: String(value), right } } : {});
  }
  return error('wrong-value', full, message, `Write ${wanted}.`, nearChoice(value, wanted));
}

/** Where one of a few words was meant, the line as it should be. */
function nearChoice(value: unknown, wanted: string): Pick<Remark, 'swap'> {
  const choices = /^one of: (.*?)(, or an expression)?$/.exec(wanted)?.[1]?.split(', ');
  const near = typeof value === 'string' && choices ? closestMatch(value, choices) : undefined;
  return near === undefined ? {} : { swap: { wrong: String(value), right: near } };
}

function shown(value: unknown, path: readonly PropertyKey[]): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of keys';
  const text = String(value);
  // A secret that stands where it should not must not stand on the screen as well.
  if (path[0] === 'secrets' || looksSecret(path.map(String), text)) return 'something that may be secret';
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : value);
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined;
  }, values);
}

/** `['evidence', 0, 'id']` → `evidence[0].id`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function filePath(base: FilePath, path: readonly PropertyKey[]): FilePath {
  return [...base, ...path.map((part) => (typeof part === 'number' ? part : String(part)))];
}
