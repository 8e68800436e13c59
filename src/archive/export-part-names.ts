import { basename } from 'node:path';

/** A name for each path, in their order: its last part, and a number where several have the same. */
export function namesOfParts(paths: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return paths.map((path) => {
    const name = basename(path);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

interface NumberedName {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
  /** How many there are, where the name says so. */
  readonly total: number | undefined;
}

/** More parts than any platform makes of an export; a larger number is something else. */
const MAX_NUMBER = 999;

/** What a browser adds to the name of a file that is there already. */
const SECOND_COPY = / ?\(\d+\)$/;

/**
 * The names of parts that must lie between those given, by the numbers at the end of their names: `-001.zip`, `-003.zip` give
 * `-002.zip`. Parts before the first are known to be missing when there are several, or when their numbers are written with
 * zeros before them; parts after the last only where the names say how many there are (`1-of-3`).
 * @param names of files, without folders, in any order
 */
export function missingArchiveParts(names: readonly string[]): readonly string[] {
  const groups = new Map<string, NumberedName[]>();
  for (const name of names) {
    const numbered = splitName(name);
    if (numbered === undefined) continue;
    const key = JSON.stringify([numbered.before, numbered.after]).toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), numbered]);
  }
  return [...groups.values()].flatMap(missingOf);
}

function splitName(name: string): NumberedName | undefined {
  const dot = name.lastIndexOf('.');
  const stem = (dot > 0 ? name.slice(0, dot) : name).replace(SECOND_COPY, '');
  const extension = dot > 0 ? name.slice(dot) : '';
  const match = /(\d+)(?:([-_. ]+of[-_. ]+)(\d+))?$/i.exec(stem);
  if (match === null) return undefined;
  const [, digits = '', of = '', total] = match;
  const before = stem.slice(0, match.index);
  if (Number(digits) > MAX_NUMBER || isPartOfDate(before) || !isSetApart(before)) return undefined;
  return {
    before,
    digits,
    after: `${of}${total ?? ''}${extension}`,
    total: total === undefined ? undefined : Math.min(Number(total), MAX_NUMBER),
  };
}

/** A number at the end of a random id is none of a part. */
function isSetApart(before: string): boolean {
  return /(?:[-_. ]|part)$/i.test(before);
}

/** `2026-01-` or `2026-`: what follows is a day or a month. */
function isPartOfDate(before: string): boolean {
  return /(?:^|\D)(?:19|20)\d{2}([-_.])(?:\d{1,2}\1)?$/.test(before) || /(?:^|\D)\d{1,2}([-_.])\d{1,2}\1$/.test(before);
}

function missingOf(group: readonly NumberedName[]): readonly string[] {
  const numbers = new Set(group.map(({ digits }) => Number(digits)));
  const [first] = group;
  if (first === undefined) return [];
  const smallest = Math.min(...numbers);
  const isNumbering = numbers.size > 1 || first.digits.startsWith('0') || first.total !== undefined;
  const from = isNumbering ? Math.min(1, smallest) : smallest;
  const to = Math.max(...numbers, first.total ?? 0);
  const width = Math.min(...group.map(({ digits }) => digits.length));
  const missing: string[] = [];
  for (let number = from; number <= to; number += 1) {
    if (numbers.has(number)) continue;
    missing.push(`${first.before}${String(number).padStart(width, '0')}${first.after}`);
  }
  return missing;
}
