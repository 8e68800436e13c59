import { setTimeout as sleep } from 'node:timers/promises';
import type { DevtoolsConnection, DevtoolsEvent } from '../browser/devtools-connection.ts';

/**
 * A broken connection is told at once; that a load has ended well is told only when the page has read the body, and many
 * a script never reads the answer of its fetch(). After this long without a word nothing was broken, if the page has had
 * the time to say so.
 */
const patienceMs = 3_000;
/** A page on a busy machine is asked for a sign that it is up to date, and waited for no longer than this. */
const signMs = 15_000;
const afterSignMs = 250;

/**
 * Tells how loads end. A held response can be read before its connection breaks, and the reading does not say so; only
 * the end of the load does. A frame in another process begins its load in one session and ends it in another, so loads
 * are known by their network id alone.
 */
export class LoadingEnds {
  readonly #devtools: DevtoolsConnection;
  readonly #waiting = new Map<string, (endedWell: boolean) => void>();

  constructor(devtools: DevtoolsConnection) {
    this.#devtools = devtools;
    devtools.onEvent((event) => this.#onEvent(event));
  }

  /**
   * Call before the response is let go.
   * @param sessionId of the target that loads
   * @returns false when the load is known to have broken off
   */
  wait(networkId: string, sessionId: string): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => void this.#giveUp(networkId, sessionId), patienceMs);
      // A crawl that has ended does not wait for the answers it no longer wants.
      timer.unref();
      this.#waiting.set(networkId, (endedWell) => {
        clearTimeout(timer);
        resolve(endedWell);
      });
    });
  }

  /** What happened before the page answers a question was told before it. */
  async #giveUp(networkId: string, sessionId: string): Promise<void> {
    const asking = this.#devtools.send('Runtime.evaluate', { expression: '0', silent: true }, sessionId);
    await Promise.race([asking.catch(() => undefined), sleep(signMs, undefined, { ref: false })]);
    await sleep(afterSignMs, undefined, { ref: false });
    this.#end(networkId, true);
  }

  #onEvent({ method, params }: DevtoolsEvent): void {
    if (method === 'Network.loadingFinished') this.#end((params as { requestId: string }).requestId, true);
    if (method === 'Network.loadingFailed') this.#end((params as { requestId: string }).requestId, false);
  }

  #end(networkId: string, endedWell: boolean): void {
    this.#waiting.get(networkId)?.(endedWell);
    this.#waiting.delete(networkId);
  }
}
