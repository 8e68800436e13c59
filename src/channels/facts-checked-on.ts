import type { Certainty, KnownFact, UnknownFact } from '../model/fact.ts';
import type { LocalText } from '../model/platform.ts';

/** Where most facts come from; docs/channels.md says how it was made. */
export const survey = 'Lastpost platform survey of 2026-11-22';

interface Extra {
  readonly unit?: 'days';
  readonly note?: LocalText;
}

function facts(certainty: Certainty, checkedOn: string) {
  return <const T>(value: T, source: string = survey, extra: Extra = {}): KnownFact<T> => ({
    value,
    source,
    checkedOn,
    certainty,
    ...extra,
  });
}

/**
 * The makers of facts that were all checked on one day. The day is said in each platform's folder, so that looking
 * again at one platform changes one line there.
 * @param checkedOn YYYY-MM-DD
 */
export function factsCheckedOn(checkedOn: string) {
  const high = facts('high', checkedOn);
  const medium = facts('medium', checkedOn);
  const low = facts('low', checkedOn);
  const inDays =
    (make: typeof high) =>
    (days: number, source: string = survey, note?: LocalText): KnownFact<number> =>
      make<number>(days, source, note === undefined ? { unit: 'days' } : { unit: 'days', note });
  const unknown = (note?: LocalText): UnknownFact => ({
    value: undefined,
    certainty: 'unknown',
    source: survey,
    checkedOn,
    ...(note === undefined ? {} : { note }),
  });
  return {
    high,
    medium,
    low,
    unknown,
    /** Facts in days. */
    days: { high: inDays(high), medium: inDays(medium), low: inDays(low) },
  };
}
