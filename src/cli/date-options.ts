import { KnownError } from '../base/known-error.ts';
import type { OptionSpec } from './command-spec.ts';

const DAY_MS = 86_400_000;

/** From the beginning of a day, or from a moment on. */
export const sinceOption = dateOption(
  'only posts from this day on, UTC (2024-01-31, or a moment: 2024-01-31T12:00Z)',
  0,
);

/** A day counts whole: what is exclusive below is the beginning of the next. */
export const untilOption = dateOption('only posts up to the end of this day, UTC, or before this moment', DAY_MS);

/** Gives UTC ISO 8601. @param afterDayMs added to what is a day and no moment */
function dateOption(description: string, afterDayMs: number): OptionSpec<string | undefined> {
  return {
    kind: 'value',
    placeholder: 'DATE',
    description,
    initial: undefined,
    read: (text, flag) => {
      const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
      const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
      const ms = isDay || isMoment ? Date.parse(text) : Number.NaN;
      // Date takes the 31st of February for the 2nd of March.
      const isReal = !isDay || (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text));
      if (!Number.isNaN(ms) && isReal) return new Date(ms + (isDay ? afterDayMs : 0)).toISOString();
      throw new KnownError('usage.bad-value', `"${text}" is no date for ${flag}.`, {
        hint: 'Write it like 2024-01-31, or like 2024-01-31T12:00Z for a moment.',
        exitCode: 2,
      });
    },
  };
}
