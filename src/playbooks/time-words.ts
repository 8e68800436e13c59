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

/** What a date is reckoned from: a day or a moment as it is written, or a name. */
export interface DateText {
  readonly base: string;
  readonly kind: 'day' | 'name';
  /** `- 31d`; null without. */
  readonly shift: string | null;
}

/**
 * `2026-12-31`, `last_day`, `steps.deactivate.at + 30d`, `last_day - 5wd`; undefined when it is no date. Blanks stand around the
 * sign, because a name may have a hyphen in it.
 */
export function parseDateText(text: string): DateText | undefined {
  const match = /^(\S+(?: \d{2}:\d{2}\S*)?)(?:\s+([+-])\s*(\S.*))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, base = '', sign, duration = ''] = match;
  if (sign !== undefined && durationParts(duration) === undefined) return undefined;
  const shift = sign === undefined ? null : `${sign} ${duration.trim()}`;
  if (parseMoment(base, 'start') !== undefined) return { base, kind: 'day', shift };
  return /^[a-z][\w-]*(?:\.[A-Za-z_][\w-]*)*$/.test(base) ? { base, kind: 'name', shift } : undefined;
}

/** A text with a stand-in for each of its expressions, to see whether what is around them makes sense. */
export function withStandIns(text: string, standIn: string): string {
  return splitText(text)
    .parts.map((part) => (part.kind === 'text' ? part.text : standIn))
    .join('');
}
