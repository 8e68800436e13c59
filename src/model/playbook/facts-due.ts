import { isDue } from '../fact.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** Facts that should be looked at again, by platform and name, each with the day on which somebody last did (YYYY-MM-DD). */
export type FactsDue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Which facts are past their review date. What is not known is never due: nothing rests on it.
 * @param facts by platform, as `platformFacts` makes them
 */
export function factsDue(facts: JsonObject, now: Date): FactsDue {
  const platforms = Object.entries(facts).flatMap(([platform, all]) => {
    const due = Object.entries(isJsonObject(all) ? all : {}).flatMap(([name, fact]) => {
      const checkedOn = isJsonObject(fact) && fact.certainty !== 'unknown' ? fact.checked_on : null;
      return typeof checkedOn === 'string' && isDue({ checkedOn }, now) ? [[name, checkedOn] as const] : [];
    });
    return due.length === 0 ? [] : [[platform, Object.fromEntries(due)] as const];
  });
  return Object.fromEntries(platforms);
}
