import type { ShownDate } from '../../model/crawl-store.ts';
import { CalendarTrap, type SeenPage } from './calendar-trap.ts';
import { facetTrap } from './facet-trap.ts';
import { FamilyCounts } from './family-counts.ts';
import type { TrapName } from './trap-names.ts';
import { isLong, isRepeating, onceRules, sampledRules } from './trap-table.ts';

/** Verdicts kept for when the same link comes again; a few megabytes. */
const rememberedVerdicts = 20_000;

/**
 * Bounds the addresses that a site can make without end and that show nothing new. Of each family the first few are
 * taken, in the order they are met; asking again for an address that was taken gives the same answer. Nothing is bounded
 * that has a number or a name of its own: a post by `?p=123`, a month of an archive of twenty years.
 */
export class TrapRules {
  readonly #families = new FamilyCounts();
  readonly #known = new Map<string, TrapName | undefined>();
  readonly #calendar: CalendarTrap;
  readonly #facets = facetTrap(this.#families);

  /** @param now calendars are followed a year beyond it */
  constructor(now: Date) {
    this.#calendar = new CalendarTrap(this.#families, now);
  }

  /** @returns the rule that leaves the address out, or undefined */
  verdict(address: string): TrapName | undefined {
    if (this.#known.has(address)) return this.#known.get(address);
    const verdict = this.#judge(address);
    // Every page of a site has the same menu: most questions are asked again and again.
    if (this.#known.size >= rememberedVerdicts) this.#known.clear();
    this.#known.set(address, verdict);
    return verdict;
  }

  #judge(address: string): TrapName | undefined {
    const url = new URL(address);
    const once = onceRules.find(({ pattern }) => pattern.test(url.pathname + url.search));
    if (once) return once.name;
    if (isLong(address)) return 'long-address';
    if (isRepeating(url.pathname)) return 'repeating-path';
    for (const { name, limit, family } of sampledRules) {
      const key = family(url);
      if (key !== undefined && !this.#families.take(`${name} ${key}`, address, limit)) return name;
    }
    return this.#calendar.verdict(url, address) ?? this.#facets(url, address);
  }

  /**
   * Learns from a page that was visited: months that show nothing are not followed for ever.
   * @returns what a resumed crawl has to be told by `remember`
   */
  visited(address: string, page: SeenPage): ShownDate | undefined {
    return this.#calendar.visited(new URL(address), page);
  }

  remember(date: ShownDate): void {
    this.#calendar.remember(date);
  }
}
