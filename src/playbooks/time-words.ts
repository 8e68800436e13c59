import { parseCalendarDuration } from '../base/calendar-duration.ts';
import { KnownError } from '../base/known-error.ts';
import { namesInDate } from '../model/run/date-text.ts';
import { splitText } from './expressions/split-text.ts';

const DAY_MS = 86_400_000;

export function isDuration(text: string): boolean {
  return parseCalendarDuration(text) !== undefined;
}

export function isZeroDuration(text: string): boolean {
  const duration = parseCalendarDuration(text);
  return duration !== undefined && Object.values(duration).every((part) => part === 0);
}

/** Milliseconds of a duration that every calendar agrees on, days being 24 hours; undefined for others and for what is none. */
export function fixedMs(text: string): number | undefined {
  const duration = parseCalendarDuration(text);
  if (duration === undefined) return undefined;
  const { years, months, weeks, days, workingDays, exactMs } = duration;
  return years + months + workingDays > 0 ? undefined : (weeks * 7 + days) * DAY_MS + exactMs;
}

/** The inputs from which a date is reckoned, expressions in it left aside; undefined when it is no date. */
export function inputsInDate(text: string): readonly string[] | undefined {
  try {
    return namesInDate(text);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

/** A text with a stand-in for each of its expressions, to see whether what is around them makes sense. */
export function withStandIns(text: string, standIn: string): string {
  return splitText(text)
    .parts.map((part) => (part.kind === 'text' ? part.text : standIn))
    .join('');
}
