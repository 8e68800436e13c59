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
const afterSignMs = 500;
/** Comes back when the page has done what was waiting before it, its loads included: a bare question would overtake them. */
const sign = 'new Promise((ready) => setTimeout(ready, 300))';

/** `called-off`: the page or the browser did not want it any more, as when a script goes on to another address. */
export type LoadEnd = 'well' | 'broken' | 'called-off';

/**
 * Tells how loads end. A held response can be read before its connection breaks, and the reading does not say so; only
 * the end of the load does. A frame in another process begins its load in one session and ends it in another, so loads
 * are known by their network id alone.
 */
export class LoadingEnds {
  readonly #devtools: DevtoolsConnection;
  readonly #waiting = new Map<string, (end: LoadEnd, wireBytes?: number) => void>();
  /** Of those that are waited for: what did not come over the wire, and so has no bytes there. */
  readonly #stored = new Set<string>();

  constructor(devtools: DevtoolsConnection) {
    this.#devtools = devtools;
    devtools.onEvent((event) => this.#onEvent(event));
  }

  /**
   * Call before the response is let go.
   * @param sessionId of the target that loads
   * @returns 'well' also where nothing says otherwise
   */
  wait(networkId: string, sessionId: string): Promise<LoadEnd> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => void this.#giveUp(networkId, sessionId), patienceMs);
      // A crawl that has ended does not wait for the answers it no longer wants.
      timer.unref();
      this.#waiting.set(networkId, (end, wireBytes) => {
        clearTimeout(timer);
        // A connection that broke just while the body was handed over is told as a load that ended well, of 0 bytes.
        const isEmpty = wireBytes === 0 && !this.#stored.has(networkId);
        resolve(end === 'well' && isEmpty ? 'broken' : end);
      });
    });
  }

  async #giveUp(networkId: string, sessionId: string): Promise<void> {
    const asked = { expression: sign, awaitPromise: true, silent: true };
    // A target that cannot be asked gets its time instead.
    const unasked = () => sleep(patienceMs, undefined, { ref: false });
    const answer = this.#devtools.send('Runtime.evaluate', asked, sessionId).then(() => undefined, unasked);
    await Promise.race([answer, sleep(signMs, undefined, { ref: false })]);
    await sleep(afterSignMs, undefined, { ref: false });
    this.#end(networkId, 'well');
  }

  #onEvent({ method, params }: DevtoolsEvent): void {
    if (method === 'Network.requestServedFromCache' || method === 'Network.responseReceived') this.#noteStored(params);
    if (method !== 'Network.loadingFinished' && method !== 'Network.loadingFailed') return;
    const { requestId, encodedDataLength, canceled } = params as Ended;
    if (method === 'Network.loadingFinished') this.#end(requestId, 'well', encodedDataLength);
    else this.#end(requestId, canceled === true ? 'called-off' : 'broken');
  }

  /** @param params of either event: one is only sent for what comes out of the memory, the other says more */
  #noteStored(params: unknown): void {
    const { requestId, response } = params as { requestId: string; response?: Stored };
    if (!this.#waiting.has(requestId)) return;
    const isStored = response === undefined || response.fromDiskCache || response.fromServiceWorker;
    if (isStored || response.fromPrefetchCache) this.#stored.add(requestId);
  }

  #end(networkId: string, end: LoadEnd, wireBytes?: number): void {
    this.#waiting.get(networkId)?.(end, wireBytes);
    this.#waiting.delete(networkId);
    this.#stored.delete(networkId);
  }
}

interface Ended {
  readonly requestId: string;
  readonly encodedDataLength?: number;
  readonly canceled?: boolean;
}

interface Stored {
  readonly fromDiskCache?: boolean;
  readonly fromServiceWorker?: boolean;
  readonly fromPrefetchCache?: boolean;
}
