import { parseMoment } from '../base/moment.ts';
import { splitText } from './expressions/split-text.ts';

/** Milliseconds of what is always as long; null for what a calendar has to say. */
const units: Readonly<Record<string, number | null>> = {
  y: null,
  mo: null,
  w: 604_800_000,
  wd: null,
  d: 86_400_000,
  h: 3_600_000,
  min: 60_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

const UNIT = 'min|mo|ms|wd|y|w|d|h|m|s';
const DURATION = new RegExp(`^(?:\\d{1,12}\\s*(?:${UNIT})\\s*)+$`);

interface Part {
  readonly count: number;
  readonly unit: string;
}

/** `1d12h` in its parts; undefined when it is no duration. Each unit once, so that `3m 3mo` is a slip and no sum. */
function durationParts(text: string): readonly Part[] | undefined {
  const compact = text.trim();
  if (!DURATION.test(compact)) return undefined;
  const found = [...compact.matchAll(new RegExp(`(\\d+)\\s*(${UNIT})`, 'g'))];
  const parts = found.map(([, count = '', unit = '']) => ({ count: Number(count), unit: unit === 'min' ? 'm' : unit }));
  return new Set(parts.map(({ unit }) => unit)).size === parts.length ? parts : undefined;
}

export function isDuration(text: string): boolean {
  return text.trim() === '0' || durationParts(text) !== undefined;
}

export function isZeroDuration(text: string): boolean {
  return text.trim() === '0' || (durationParts(text)?.every(({ count }) => count === 0) ?? false);
}

/** Milliseconds of a duration that every calendar agrees on, days being 24 hours; undefined for others and for what is none. */
export function fixedMs(text: string): number | undefined {
  if (text.trim() === '0') return 0;
  let sum = 0;
  for (const { count, unit } of durationParts(text) ?? [{ count: Number.NaN, unit: 's' }]) {
    sum += count * (units[unit] ?? Number.NaN);
  }
  return Number.isNaN(sum) ? undefined : sum;
}

/** What a date is reckoned from: a day or a moment as it is written, an input, or when it is asked (a duration alone). */
export type DateBase = { readonly kind: 'day' | 'now' } | { readonly kind: 'input'; readonly name: string };

/** A day, with a time and a zone or without. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\d:])/;
/** Hyphens only before a letter, so that `last_day-31d` is a name and what is taken from it. */
const NAME = /^(?:inputs\.)?([A-Za-z_]\w*(?:-[A-Za-z_]\w*)*)/;

/**
 * `2026-12-31`, `last_day`, `inputs.last_day - 31d`, `last_day - 5wd + 12h`, `14d`: what it is reckoned from; undefined when it is
 * no date.
 */
export function dateBase(text: string): DateBase | undefined {
  const trimmed = text.trim();
  if (isDuration(trimmed)) return { kind: 'now' };
  const moment = MOMENT.exec(trimmed)?.[0];
  const [whole = moment ?? '', name] = moment === undefined ? (NAME.exec(trimmed) ?? []) : [];
  if (whole === '' || !areShifts(trimmed.slice(whole.length))) return undefined;
  if (name !== undefined) return { kind: 'input', name };
  return parseMoment(whole, 'start') === undefined ? undefined : { kind: 'day' };
}

/** ` - 31d + 12h` */
function areShifts(text: string): boolean {
  const rest = text.trim();
  if (rest === '') return true;
  if (!/^[+-]/.test(rest)) return false;
  return rest
    .slice(1)
    .split(/[+-]/)
    .every((one) => isDuration(one));
}

/** A date with a stand-in for each expression: a number, a duration or a day, whichever can stand there. */
export function dateWithStandIns(text: string): string {
  const parts = splitText(text).parts;
  return parts.reduce((before, part, index) => {
    if (part.kind === 'text') return before + part.text;
    const next = parts[index + 1];
    if (next?.kind === 'text' && /^\s*[a-z]/.test(next.text)) return `${before}1`;
    return before + (/[+-]\s*$/.test(before) ? '1d' : '2030-01-01');
  }, '');
}

/** A text with a stand-in for each of its expressions, to see whether what is around them makes sense. */
export function withStandIns(text: string, standIn: string): string {
  return splitText(text)
    .parts.map((part) => (part.kind === 'text' ? part.text : standIn))
    .join('');
}
