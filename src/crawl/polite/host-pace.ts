import type { HostReport } from '../../model/snapshot.ts';

/** Trouble that speaks for the whole host, not for one page. */
export type HostTrouble = 'rate-limited' | 'server-error' | 'connection-failed' | 'timeout';

export interface PaceRules {
  /** The first pause after trouble that names none; it doubles each time. Milliseconds. */
  readonly firstPauseMs: number;
  /** No pause is longer. A host that asks for more is left alone and said to be missing. */
  readonly maxPauseMs: number;
}

/** So much trouble in a row, and the circuit opens: nothing is asked of the host until one page has been tried again. */
const troublesToOpen = 5;
/** After so many failed trials in a row the host is given up. */
const trialsToGiveUp = 5;
const firstExtraMs = 1_000;
const maxExtraMs = 30_000;

/**
 * How fast one host may be asked. Trouble makes it slower and then stops it for a while, a page that came makes it faster
 * again: exponential back-off for what the host says ("too many requests"), a circuit breaker for what it does not say.
 */
export class HostPace {
  readonly #host: string;
  readonly #rules: PaceRules;
  #notBeforeMs = 0;
  /** The latest beginning, unless something has been heard of the host since that asks for more distance. */
  #beganMs = Number.NaN;
  #extraMs = 0;
  #troubles = 0;
  #limits = 0;
  #failedTrials = 0;
  #state: 'closed' | 'open' | 'trial' = 'closed';
  #givenUp = false;
  #rateLimited = 0;
  #pauses = 0;
  #pausedMs = 0;

  constructor(host: string, rules: PaceRules) {
    this.#host = host;
    this.#rules = rules;
  }

  get wasRateLimited(): boolean {
    return this.#rateLimited > 0;
  }

  get isGivenUp(): boolean {
    return this.#givenUp;
  }

  /** When the next page may be asked for; Infinity while one is on trial. Milliseconds of the crawl's clock. */
  get notBeforeMs(): number {
    return this.#state === 'trial' ? Number.POSITIVE_INFINITY : this.#notBeforeMs;
  }

  /** A page has been taken from the queue, or its request leaves now. @param delayMs the polite distance */
  begins(nowMs: number, delayMs: number): void {
    if (this.#state === 'open') this.#state = 'trial';
    this.#beganMs = nowMs;
    this.#notBeforeMs = Math.max(this.#notBeforeMs, nowMs + Math.max(delayMs, this.#extraMs));
  }

  /**
   * What began then was a question or two, and no page with all its parts: the next may come sooner, unless another one has
   * begun since.
   */
  wasLight(beganMs: number, delayMs: number): void {
    if (this.#beganMs === beganMs) this.#notBeforeMs = beganMs + Math.max(delayMs, this.#extraMs);
  }

  /** A page came as it should. */
  wentWell(): void {
    this.#state = 'closed';
    this.#troubles = 0;
    this.#limits = 0;
    this.#failedTrials = 0;
    // Slowly: a host that has just asked for rest is not asked at full speed at once.
    this.#extraMs = this.#extraMs < firstExtraMs / 2 ? 0 : this.#extraMs * 0.8;
  }

  /** The page says nothing about the host (it crashed the tab, it is no web page): a trial has to be made again. */
  saysNothing(): void {
    if (this.#state === 'trial') this.#state = 'open';
  }

  /** @param askedMs what Retry-After or ratelimit-reset asked for */
  trouble(kind: HostTrouble, nowMs: number, askedMs?: number): void {
    this.#beganMs = Number.NaN;
    if (kind === 'rate-limited') this.#limited(nowMs, askedMs);
    else this.#failed(nowMs, askedMs);
  }

  report(): HostReport | undefined {
    if (this.#rateLimited === 0 && this.#pauses === 0) return undefined;
    return {
      host: this.#host,
      rateLimited: this.#rateLimited,
      pauses: this.#pauses,
      pausedMs: Math.round(this.#pausedMs),
      givenUp: this.#givenUp,
    };
  }

  #limited(nowMs: number, askedMs: number | undefined): void {
    const wasTrial = this.#state === 'trial';
    // Answers to pages that were asked for before the pause began are the same message once more.
    const isNews = wasTrial || this.#state === 'closed';
    this.#rateLimited += 1;
    if (isNews) {
      this.#limits += 1;
      this.#extraMs = Math.min(Math.max(firstExtraMs, this.#extraMs * 2), maxExtraMs);
    }
    this.#pause(nowMs, Math.max(askedMs ?? 0, askedMs === undefined ? this.#growing(this.#limits) : 0));
    this.#state = 'open';
    if (this.#limits > trialsToGiveUp) this.#givenUp = true;
  }

  #failed(nowMs: number, askedMs: number | undefined): void {
    this.#troubles += 1;
    if (this.#state === 'trial') this.#failedTrials += 1;
    if (this.#failedTrials >= trialsToGiveUp) this.#givenUp = true;
    const opens = this.#state === 'trial' || this.#troubles >= troublesToOpen;
    if (!opens && askedMs === undefined) return;
    if (this.#state !== 'open') this.#pause(nowMs, askedMs ?? this.#growing(this.#failedTrials + 1));
    this.#state = 'open';
  }

  #growing(time: number): number {
    return Math.min(this.#rules.firstPauseMs * 2 ** (time - 1), this.#rules.maxPauseMs);
  }

  #pause(nowMs: number, ms: number): void {
    if (ms > this.#rules.maxPauseMs) {
      this.#givenUp = true;
      return;
    }
    const until = nowMs + ms;
    if (until <= this.#notBeforeMs && this.#state === 'open') return;
    this.#pauses += 1;
    this.#pausedMs += ms;
    this.#notBeforeMs = Math.max(this.#notBeforeMs, until);
  }
}
