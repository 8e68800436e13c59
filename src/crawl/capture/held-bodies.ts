import type { Body } from '../../model/http.ts';
import { type DevtoolsConnection, DevtoolsError } from '../browser/devtools-connection.ts';
import { BodyRefused } from './body-bounds.ts';

interface Held {
  readonly devtools: DevtoolsConnection;
  readonly sessionId: string;
  readonly requestId: string;
}

interface Waiting {
  readonly url: string;
  readonly startedMs: number;
  readonly cut: (error: BodyRefused) => void;
}

/** Only a body that has taken this long can be one that fills the browser's memory. */
const suspiciousMs = 300;

/**
 * Watches over bodies while the browser gathers them for us, which it does to the end, whatever that takes. What has no
 * end, or grows beyond all measure, is broken off.
 */
export class HeldBodies {
  readonly #open = new Map<Held, Waiting>();

  /** True while some body has taken suspiciously long. */
  get isWaiting(): boolean {
    const now = performance.now();
    for (const { startedMs } of this.#open.values()) if (now - startedMs > suspiciousMs) return true;
    return false;
  }

  /**
   * Waits for a body at most `limitMs`.
   * @throws BodyRefused `timeout` or `limit-body` when it was broken off, and what `work` throws
   */
  async wait(held: Held, url: string, limitMs: number, work: () => Promise<Body>): Promise<Body> {
    const seconds = Math.round(limitMs / 1000);
    const body = work();
    let timer: NodeJS.Timeout | undefined;
    const cut = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.#breakOff(held, new BodyRefused('timeout', `${url} had no end after ${seconds} s.`));
      }, limitMs);
      this.#open.set(held, { url, startedMs: performance.now(), cut: reject });
    });
    try {
      return await Promise.race([body, cut]);
    } catch (error) {
      // What still comes of it is nobody's.
      body.then((late) => late.dispose()).catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
      this.#open.delete(held);
    }
  }

  /** Breaks off every body that has taken suspiciously long: one of them is filling the browser's memory. */
  breakOffSuspicious(): void {
    const now = performance.now();
    for (const [held, { url, startedMs }] of this.#open) {
      if (now - startedMs <= suspiciousMs) continue;
      this.#breakOff(held, new BodyRefused('limit-body', `${url} is larger than the browser can hold.`));
    }
  }

  #breakOff(held: Held, why: BodyRefused): void {
    const { devtools, sessionId, requestId } = held;
    const params = { requestId, errorReason: why.reason === 'timeout' ? 'TimedOut' : 'Failed' };
    this.#open.get(held)?.cut(why);
    devtools.send('Fetch.failRequest', params, sessionId).catch((error: unknown) => {
      if (!(error instanceof DevtoolsError)) throw error;
    });
  }
}
