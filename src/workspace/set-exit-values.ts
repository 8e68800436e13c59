import { parse, parseDocument } from 'yaml';
import { KnownError } from '../base/known-error.ts';

/** A fact as somebody types it: `last_day=2027-03-14`, `reason.sentence.de=…`, `successors.0.url=…`. */
export interface ExitValue {
  readonly key: string;
  readonly value: string;
}

/** @throws KnownError `usage.bad-value` */
export function readExitValue(typed: string): ExitValue {
  const [, key, value] = /^(?:exit\.)?([a-z_]+(?:\.[a-z0-9_-]+)*)=([\s\S]*)$/.exec(typed.trim()) ?? [];
  if (key !== undefined && value !== undefined) return { key, value };
  throw new KnownError('usage.bad-value', `"${typed}" sets no fact.`, {
    hint: 'Write the name as it stands below exit: in lastpost.yaml, as in: --set last_day=2027-03-14',
    exitCode: 2,
  });
}

/** The text of lastpost.yaml as it would be with other facts. Whether they will do is for whoever reads it. */
export function withExitValues(text: string, values: readonly ExitValue[]): string {
  const document = parseDocument(text);
  for (const { key, value } of values) {
    const path = key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    document.setIn(['exit', ...path], document.createNode(parsed(value)));
  }
  return document.toString({ lineWidth: 0 });
}

/** A list or a block has its brackets; whatever else is no single value is a text, as most sentences have a colon somewhere. */
function parsed(value: string): unknown {
  try {
    const found: unknown = parse(value);
    return typeof found === 'object' && found !== null && !/^\s*[[{]/.test(value) ? value : found;
  } catch {
    return value;
  }
}
