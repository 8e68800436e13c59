const stallMs = 60_000;

/** Aborts a transfer in which nothing has moved for a minute; a slow one that moves may take its time. */
export class Stall {
  readonly #own = new AbortController();
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  constructor(outer: AbortSignal) {
    this.signal = AbortSignal.any([outer, this.#own.signal]);
    this.#timer = setTimeout(() => this.#own.abort(new Error('Timeout: nothing arrived for a minute')), stallMs);
  }

  moved(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
