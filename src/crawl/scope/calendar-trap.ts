import type { ShownDate } from '../../model/crawl-store.ts';
import { type FoundDate, findDate } from './date-in-address.ts';
import { type FamilyCounts, mark } from './family-counts.ts';
import type { TrapName } from './trap-names.ts';

/** How many dates of one calendar are taken: months of 30 years, days of 10. */
const limits = { year: 200, month: 360, day: 3_660 };
/** Dates later than this after today are plans nobody has made. */
const monthsAhead = 12;
/** Of those, a few: a theatre's season may be out early. */
const futureLimit = 3;
/** As many dates in a row without anything to tell them apart, and the next one is not looked at. */
const emptyInARow = 12;

const nameOfADate =
  /\b(jan(uary|uar)?|feb(ruary|ruar)?|mar(ch)?|märz|mrz|apr(il)?|may|mai|june?|juni?|july?|juli?|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?|mon(day|tag)?|tue(sday)?|die(nstag)?|wed(nesday)?|mi(ttwoch)?|thu(rsday)?|do(nnerstag)?|fri(day)?|fr(eitag)?|sat(urday)?|sa(mstag)?|sonnabend|sun(day)?|so(nntag)?)\b\.?/gi;

/** What a visited page offers, as far as it tells an empty month from a full one. */
export interface SeenPage {
  readonly text: string;
  readonly links: readonly string[];
}

/** Bounds calendars, which have a next month for ever. */
export class CalendarTrap {
  readonly #families: FamilyCounts;
  readonly #lastMonth: number;
  /** What each date of a calendar showed, by calendar. */
  readonly #shown = new Map<string, Map<number, number>>();

  /** @param now dates up to a year after it are taken like any other */
  constructor(families: FamilyCounts, now: Date) {
    this.#families = families;
    this.#lastMonth = now.getUTCFullYear() * 12 + now.getUTCMonth() + monthsAhead;
  }

  verdict(url: URL, address: string): TrapName | undefined {
    const date = findDate(url);
    if (!date) return undefined;
    const isFuture = date.year * 12 + (date.month ?? 1) - 1 > this.#lastMonth;
    if (isFuture && !this.#families.take(`calendar-future ${date.family}`, address, futureLimit))
      return 'calendar-future';
    if (this.#isAfterEmptyOnes(date)) return 'calendar-empty';
    const family = `calendar ${date.grain} ${date.family}`;
    return this.#families.take(family, address, limits[date.grain]) ? undefined : 'calendar';
  }

  /**
   * Remembers what a date showed: its words and links without numbers and names of days and months.
   * @returns what is to be remembered beyond this process; undefined for what is no date
   */
  visited(url: URL, { text, links }: SeenPage): ShownDate | undefined {
    const date = findDate(url);
    if (!date) return undefined;
    const bare = [text, ...links].join('\n').replace(/\d+/g, '').replace(nameOfADate, '').replace(/\s+/g, ' ');
    const seen = { calendar: calendarOf(date), index: date.index, shown: mark(bare) };
    this.remember(seen);
    return seen;
  }

  /** What an earlier process has seen, or this one. */
  remember({ calendar, index, shown }: ShownDate): void {
    const dates = this.#shown.get(calendar) ?? new Map<number, number>();
    this.#shown.set(calendar, dates.set(index, shown));
  }

  #isAfterEmptyOnes(date: FoundDate): boolean {
    const shown = this.#shown.get(calendarOf(date));
    // A date that has been visited was taken, and stays so.
    if (!shown || shown.has(date.index)) return false;
    return [-1, 1].some((direction) => {
      const before = Array.from({ length: emptyInARow }, (_, n) => shown.get(date.index + direction * (n + 1)));
      return before.every((one) => one !== undefined && one === before[0]);
    });
  }
}

function calendarOf({ grain, family }: FoundDate): string {
  return `${grain} ${family}`;
}
