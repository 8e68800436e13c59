import type { DevtoolsConnection, DevtoolsEvent } from '../browser/devtools-connection.ts';

/**
 * A broken connection is told at once; that a load has ended well is told only when the page has read the body, and many
 * a script never reads the answer of its fetch(). After this long without a word nothing was broken.
 */
const patienceMs = 3_000;

/**
 * Tells how loads end. A held response can be read before its connection breaks, and the reading does not say so; only
 * the end of the load does. A frame in another process begins its load in one session and ends it in another, so loads
 * are known by their network id alone.
 */
export class LoadingEnds {
  readonly #waiting = new Map<string, (endedWell: boolean) => void>();

  constructor(devtools: DevtoolsConnection) {
    devtools.onEvent((event) => this.#onEvent(event));
  }

  /** Call before the response is let go. @returns false when the load is known to have broken off */
  wait(networkId: string): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end(networkId, true), patienceMs);
      // A crawl that has ended does not wait for the answers it no longer wants.
      timer.unref();
      this.#waiting.set(networkId, (endedWell) => {
        clearTimeout(timer);
        resolve(endedWell);
      });
    });
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
