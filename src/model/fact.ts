import type { LocalText } from './platform.ts';

/** high: the platform says so itself · medium: somebody else does · low: old, or sources that differ. */
export type Certainty = 'high' | 'medium' | 'low';

/** Something about a platform that was found somewhere, on a day. */
export interface KnownFact<T> {
  readonly value: T;
  /** An address, or the name of what was read. */
  readonly source: string;
  /** YYYY-MM-DD */
  readonly checkedOn: string;
  readonly certainty: Certainty;
  readonly unit?: 'days';
  readonly note?: LocalText;
}

/** Something that was looked for and not found. It is said, never guessed. */
export interface UnknownFact {
  readonly value: undefined;
  readonly certainty: 'unknown';
  /** Where it was looked for. */
  readonly source: string;
  /** YYYY-MM-DD */
  readonly checkedOn: string;
  readonly note?: LocalText;
}

export type Fact<T> = KnownFact<T> | UnknownFact;

/** Platforms change their rules without telling; half a year is as long as anybody should believe a fact. */
export const REVIEW_AFTER_DAYS = 180;

const DAY_MS = 86_400_000;

/** True when a fact is older than its review date, so that somebody should look again before relying on it. */
export function isDue({ checkedOn }: Pick<Fact<unknown>, 'checkedOn'>, now: Date): boolean {
  return now.getTime() - Date.parse(checkedOn) > REVIEW_AFTER_DAYS * DAY_MS;
}
