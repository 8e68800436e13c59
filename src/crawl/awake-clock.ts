/** A second is late when it takes longer than this: the process was stopped, or the machine slept. */
const lateMs = 5_000;
const tickMs = 1_000;

/**
 * Time as the crawl lived it. A laptop that was closed for an hour, or a process that was stopped (SIGSTOP), has not used
 * up an hour of any page's budget.
 */
export class AwakeClock {
  readonly #timer: NodeJS.Timeout;
  #tickedMs = performance.now();
  #lostMs = 0;

  constructor() {
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#timer.unref();
  }

  /** Milliseconds, counted only while awake. Begins anywhere. */
  now(): number {
    return performance.now() - this.lostMs;
  }

  /** Milliseconds lost since this clock was made. */
  get lostMs(): number {
    this.#tick();
    return this.#lostMs;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    const passed = now - this.#tickedMs;
    this.#tickedMs = now;
    if (passed > lateMs) this.#lostMs += passed - tickMs;
  }
}
