import type { AddressState, StoredAddress } from '../model/crawl-store.ts';
import type { HostReport } from '../model/snapshot.ts';
import { HostPace, type HostTrouble, type PaceRules } from './polite/host-pace.ts';

/** An address waiting to be visited. */
export interface FrontierItem {
  readonly url: string;
  /** 0 for seeds. */
  readonly depth: number;
  readonly isSeed: boolean;
  /** How often it has been tried before. */
  readonly tries: number;
}

export type Taken =
  | { readonly kind: 'item'; readonly item: FrontierItem }
  /** Nothing is due before this much time has passed. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** What waits depends on a page that is being visited. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'empty' };

/** A host that was left alone with pages still to visit. */
export interface GivenUpHost {
  readonly origin: string;
  readonly waiting: number;
  /** It said "too many requests"; otherwise it failed. */
  readonly isRateLimited: boolean;
}

interface HostQueue {
  readonly origin: string;
  readonly items: FrontierItem[];
  /** Place of the next item: shifting a long array would cost its length each time. */
  head: number;
  waiting: number;
  readonly pace: HostPace;
}

export interface FrontierOptions {
  /** Least time between two visits of a host, asked at each visit. */
  readonly delayMs: (host: string) => number;
  /** The same after a page that was not loaded, but only asked whether it has changed. */
  readonly lightDelayMs: (host: string) => number;
  readonly pace: PaceRules;
  /** Hears of every change that has to survive the process. */
  readonly onChange: (row: StoredAddress) => void;
}

/**
 * What is still to be visited: each address once, one queue a host, first come first served, with a polite distance
 * between two visits of one host. It works in memory; what changes is told to whoever keeps it.
 */
export class Frontier {
  /** Every address ever added: true once it has been taken or claimed. */
  readonly #seen = new Map<string, boolean>();
  readonly #hosts = new Map<string, HostQueue>();
  readonly #options: FrontierOptions;
  #waiting = 0;

  constructor(options: FrontierOptions) {
    this.#options = options;
  }

  /** Addresses ever added. */
  get known(): number {
    return this.#seen.size;
  }

  /** What is still to be visited, hosts that were given up included. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @returns false when the address was known already */
  add(item: FrontierItem): boolean {
    if (this.#seen.has(item.url)) return false;
    this.#seen.set(item.url, false);
    this.#push(item);
    this.#options.onChange({ ...item, state: 'waiting' });
    return true;
  }

  /** Goes on with what an earlier process knew. */
  restore(rows: readonly StoredAddress[]): void {
    for (const { state, ...item } of rows) {
      this.#seen.set(item.url, state !== 'waiting');
      if (state === 'waiting') this.#push(item);
    }
  }

  /**
   * Takes an address out of turn, such as the end of a redirect: it will not be visited again by this process.
   * @returns false when somebody has taken it already
   */
  claim(url: string): boolean {
    const taken = this.#seen.get(url);
    if (taken) return false;
    if (taken === false) this.#leaves(url);
    this.#seen.set(url, true);
    return true;
  }

  /** The address is done with for good. */
  finish(item: FrontierItem, state: Exclude<AddressState, 'waiting'>): void {
    this.#options.onChange({ ...item, state });
  }

  /** The visit of a taken address begins now: opening a tab took its time, and the site counts from the request. */
  begins({ url }: FrontierItem, nowMs: number): void {
    const { host } = new URL(url);
    this.#queue(url).pace.begins(nowMs, this.#options.delayMs(host));
  }

  /** What began then loaded no page: the host's next one may come sooner. */
  wasLight({ url }: FrontierItem, beganMs: number): void {
    this.#queue(url).pace.wasLight(beganMs, this.#options.lightDelayMs(new URL(url).host));
  }

  /** Puts an address back for another try. @param isCharged false when the page is not to blame */
  putBack(item: FrontierItem, isCharged = true): void {
    const next = { ...item, tries: item.tries + (isCharged ? 1 : 0) };
    this.#seen.set(item.url, false);
    this.#push(next);
    this.#options.onChange({ ...next, state: 'waiting' });
  }

  /** What the visit of an address says about its host. */
  wentWell(url: string): void {
    this.#queue(url).pace.wentWell();
  }

  saysNothing(url: string): void {
    this.#queue(url).pace.saysNothing();
  }

  trouble(url: string, kind: HostTrouble, nowMs: number, askedMs?: number): void {
    this.#queue(url).pace.trouble(kind, nowMs, askedMs);
  }

  /** Hosts that have been given up with pages still waiting. */
  givenUp(): readonly GivenUpHost[] {
    return [...this.#hosts.values()]
      .filter(({ pace, waiting }) => pace.isGivenUp && waiting > 0)
      .map(({ origin, waiting, pace }) => ({ origin, waiting, isRateLimited: pace.wasRateLimited }));
  }

  /** Hosts that had to be treated with care. */
  hostReports(): readonly HostReport[] {
    return [...this.#hosts.values()].map(({ pace }) => pace.report()).filter((report) => report !== undefined);
  }

  take(nowMs: number): Taken {
    let soonestMs = Number.POSITIVE_INFINITY;
    let isBlocked = false;
    for (const [host, queue] of this.#hosts) {
      if (queue.waiting === 0 || queue.pace.isGivenUp || !this.#skipClaimed(queue)) continue;
      const { notBeforeMs } = queue.pace;
      if (notBeforeMs <= nowMs) return { kind: 'item', item: this.#takeFrom(host, queue, nowMs) };
      isBlocked ||= notBeforeMs === Number.POSITIVE_INFINITY;
      soonestMs = Math.min(soonestMs, notBeforeMs);
    }
    if (soonestMs < Number.POSITIVE_INFINITY) return { kind: 'wait', ms: soonestMs - nowMs };
    return isBlocked ? { kind: 'blocked' } : { kind: 'empty' };
  }

  /** Moves a queue's head past addresses that were claimed meanwhile. @returns false when nothing is left */
  #skipClaimed(queue: HostQueue): boolean {
    for (let item = queue.items[queue.head]; item; item = queue.items[queue.head]) {
      if (this.#seen.get(item.url) === false) return true;
      queue.head += 1;
    }
    return false;
  }

  #takeFrom(host: string, queue: HostQueue, nowMs: number): FrontierItem {
    const item = queue.items[queue.head] as FrontierItem;
    queue.head += 1;
    if (queue.head > 1000 && queue.head * 2 > queue.items.length) {
      queue.items.splice(0, queue.head);
      queue.head = 0;
    }
    queue.pace.begins(nowMs, this.#options.delayMs(host));
    // The other hosts' turn comes first next time.
    this.#hosts.delete(host);
    this.#hosts.set(host, queue);
    this.#seen.set(item.url, true);
    this.#leaves(item.url);
    return item;
  }

  #push(item: FrontierItem): void {
    const queue = this.#queue(item.url);
    queue.items.push(item);
    queue.waiting += 1;
    this.#waiting += 1;
  }

  #leaves(url: string): void {
    this.#queue(url).waiting -= 1;
    this.#waiting -= 1;
  }

  #queue(url: string): HostQueue {
    const { host, origin } = new URL(url);
    const known = this.#hosts.get(host);
    if (known) return known;
    const pace = new HostPace(host, this.#options.pace);
    const queue: HostQueue = { origin, items: [], head: 0, waiting: 0, pace };
    this.#hosts.set(host, queue);
    return queue;
  }
}
