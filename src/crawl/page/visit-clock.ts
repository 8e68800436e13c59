import { setTimeout as sleep } from 'node:timers/promises';

/** What a visit may still take after its budget to hand over what it has; half the budget when that is less. */
const mostGraceMs = 10_000;

/** The page did not answer at all within its time: not slow, stuck. */
export class PageStuck extends Error {}

/** One visit's time: how much is left, and whether the crawl still wants it. */
export class VisitClock {
  readonly signal: AbortSignal;
  readonly #endMs: number;
  readonly #graceMs: number;

  readonly #now: () => number;

  /**
   * @param budgetMs the whole visit, from navigation to hand-over
   * @param now a clock in milliseconds that stands still while the machine sleeps
   */
  constructor(budgetMs: number, signal: AbortSignal, now: () => number = () => performance.now()) {
    this.signal = signal;
    this.#now = now;
    this.#endMs = now() + budgetMs;
    this.#graceMs = Math.min(mostGraceMs, budgetMs / 2);
  }

  get leftMs(): number {
    return Math.max(0, this.#endMs - this.#now());
  }

  get isOver(): boolean {
    return this.leftMs === 0;
  }

  /** Sleeps at most `ms`, never beyond the budget. @throws AbortError when the crawl is stopped */
  async pause(ms: number): Promise<void> {
    await sleep(Math.max(1, Math.min(ms, this.leftMs)), undefined, { signal: this.signal });
  }

  /**
   * Waits for something the page or the browser owes us, no longer than the budget and a short grace.
   * @throws PageStuck when that is over, AbortError when the crawl is stopped
   */
  async within<T>(work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const limit = async (): Promise<never> => {
      const signal = AbortSignal.any([this.signal, done.signal]);
      await sleep(this.leftMs + this.#graceMs, undefined, { signal });
      throw new PageStuck('the page does not answer');
    };
    const timeIsUp = limit();
    timeIsUp.catch(() => undefined);
    try {
      return await Promise.race([work, timeIsUp]);
    } finally {
      done.abort();
    }
  }
}
