/** Why a crawl ends before its frontier is empty. */
export type StopReason = 'interrupted' | 'limit-time' | 'logged-out' | 'failed';

/** One signal out of three: the person's, the clock's, and the crawl's own when the sink fails. */
export class StopReasons {
  readonly #own = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #person: AbortSignal;
  readonly signal: AbortSignal;
  #reason: StopReason | undefined;

  /** @param maxTimeMs Infinity for none; a timer's longest is 24.8 days, which no crawl lasts */
  constructor(person: AbortSignal, maxTimeMs: number) {
    this.#person = person;
    this.signal = AbortSignal.any([person, this.#own.signal]);
    if (Number.isFinite(maxTimeMs)) {
      this.#timer = setTimeout(() => this.stop('limit-time'), Math.min(maxTimeMs, 2 ** 31 - 1));
    }
  }

  get reason(): StopReason | undefined {
    return this.#reason ?? (this.#person.aborted ? 'interrupted' : undefined);
  }

  stop(reason: StopReason): void {
    this.#reason ??= reason;
    this.#own.abort();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
