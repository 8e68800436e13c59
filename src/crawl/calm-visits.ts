import type { FrontierItem } from './frontier.ts';
import { isEndless, type Visit } from './page/visit.ts';

/** What can wait for a second visit: a page that was cut off, or one that did not come at all. */
type LateVisit = Extract<Visit, { kind: 'page' | 'missing' }>;

/** Pages and their pictures wait in memory. */
const mostHeld = 8;
/** So many in a row that are cut off alone as well, and it is the pages: the rest is told as it was. */
const vainInARow = 5;

/** What becomes of a page that gets nothing of the machine for all of its time, or whose tab dies where memory is short. */
const notHere: ReadonlySet<string> = new Set(['timeout', 'unreadable', 'crashed']);

/**
 * Second visits for pages whose time ran out while other tabs were open: one that takes all of the machine makes its
 * neighbours late, or keeps them from coming at all. Each such page is visited once more, alone and with its full time,
 * before its gap is told. What the first visit had is held meanwhile, so that nothing is lost if the second one fails;
 * one of the two is the page.
 */
export class CalmVisits {
  readonly #held: { readonly item: FrontierItem; readonly first: LateVisit }[] = [];
  /** Visits under way, and whether another one was at the same time. */
  readonly #open = new Map<FrontierItem, boolean>();
  #second: { readonly item: FrontierItem; readonly first: LateVisit } | undefined;
  #isDraining = false;
  #vain = 0;

  /** Pages that have been visited and are not kept yet. */
  get waiting(): number {
    return this.#held.length + (this.#second ? 1 : 0);
  }

  /** Nothing else may be visited before those that wait, or beside the one under way. */
  get isDue(): boolean {
    return this.#second !== undefined || (this.#isDraining && this.#held.length > 0 && this.#isWorthIt);
  }

  get #isWorthIt(): boolean {
    return this.#vain < vainInARow;
  }

  /** This one is to be visited with nothing beside it. */
  isSecond(item: FrontierItem): boolean {
    return item === this.#second?.item;
  }

  begins(item: FrontierItem): void {
    const isCrowded = this.#open.size > 0;
    for (const other of this.#open.keys()) this.#open.set(other, true);
    this.#open.set(item, isCrowded);
  }

  ends(item: FrontierItem): void {
    this.#open.delete(item);
  }

  /** The next page to be visited alone; undefined when there is none. */
  take(): FrontierItem | undefined {
    const next = this.#isWorthIt ? this.#held.shift() : undefined;
    this.#second = next;
    if (!next || this.#held.length === 0) this.#isDraining = false;
    return next?.item;
  }

  /**
   * Whether a visit should be made again before it is told.
   * @param item the one that `begins` was given
   * @param isLast whether a page that did not come would be told as missing now, instead of being tried again
   */
  wants(item: FrontierItem, visit: Visit, isLast: boolean): visit is LateVisit {
    if (!this.#isWorthIt || this.#open.get(item) !== true) return false;
    if (visit.kind === 'missing') return isLast && notHere.has(visit.gap.reason);
    if (visit.kind !== 'page' || !visit.ranOutOfTime) return false;
    // One that is late by its own doing would be late alone as well.
    return !isEndless(visit);
  }

  hold(item: FrontierItem, first: LateVisit): void {
    this.#held.push({ item, first });
    if (this.#held.length >= mostHeld) this.#isDraining = true;
  }

  /**
   * What is to be made of a visit: itself, unless it was a second one that came to less than the first.
   * @param visit undefined when it broke off; the answer is then undefined for a first visit
   */
  better<Came extends Visit | undefined>(item: FrontierItem, visit: Came): Came | LateVisit {
    const first = this.isSecond(item) ? this.#second?.first : undefined;
    if (!first) return visit;
    this.#second = undefined;
    const isVain = visit === undefined || visit.kind === 'missing' || (visit.kind === 'page' && visit.ranOutOfTime);
    this.#vain = isVain ? this.#vain + 1 : 0;
    if (first.kind === 'missing') return visit ?? first;
    if (visit?.kind !== 'page') return first;
    return visit.ranOutOfTime && visit.capture.text.length < first.capture.text.length ? first : visit;
  }

  /** Forgets that a page is on its second visit: it is in the queue again. */
  putBack(item: FrontierItem): void {
    if (this.isSecond(item)) this.#second = undefined;
  }

  /** First visits that no second one came to: the crawl is over, or they were in vain. Each is given once. */
  left(): readonly { readonly item: FrontierItem; readonly first: LateVisit }[] {
    return this.#held.splice(0);
  }
}
