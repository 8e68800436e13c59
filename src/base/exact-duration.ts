import { parseCalendarDuration } from './calendar-duration.ts';

export const EXACT_DURATION_EXAMPLES = '30m, 6h, 1d or 2w';

/** `30m`, `6h`, `1d12h`, `2w` → milliseconds, a day being 24 hours; undefined for months, years and what is no duration. */
export function parseExactDuration(text: string): number | undefined {
  const parts = parseCalendarDuration(text);
  if (parts === undefined || parts.years + parts.months + parts.workingDays > 0) return undefined;
  return (parts.weeks * 7 + parts.days) * 86_400_000 + parts.exactMs;
}
