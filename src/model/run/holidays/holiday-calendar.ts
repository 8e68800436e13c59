import type { HolidayRule, HolidaySource } from './holiday-rule.ts';

export interface HolidayRegion extends HolidaySource {
  /** Besides those of the country. */
  readonly rules: readonly HolidayRule[];
  /** What of it does not hold everywhere, or what was left out. */
  readonly note?: string;
}

/** The public holidays of a country and its parts, as ISO 3166-2 calls them after the hyphen. */
export interface HolidayCalendar extends HolidayRegion {
  /** In English. */
  readonly name: string;
  /** The first year for which the rules were looked at. */
  readonly from: number;
  /** Of the whole country. */
  readonly rules: readonly HolidayRule[];
  readonly regions: Readonly<Record<string, HolidayRegion>>;
  /** Its parts differ so much that the country's code alone is no answer. */
  readonly needsRegion?: boolean;
}
