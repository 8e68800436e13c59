import type { Gap, GapReason } from '../../model/gap.ts';
import type { HttpHeaders } from '../../model/http.ts';
import type { PageResource } from '../../model/page.ts';

/** The response that became the page. */
export interface MainResponse {
  readonly url: string;
  readonly status: number;
  readonly mime: string;
  readonly headers: HttpHeaders;
  readonly at: Date;
  readonly bodyBytes: number;
}

interface OpenRequest {
  readonly url: string;
  readonly startedMs: number;
  readonly patienceMs: number;
}

/** Gathers what one visit of one page loads, and knows when the network last moved. */
export class PageRecorder {
  readonly gaps: Gap[] = [];
  main: MainResponse | undefined;
  /** The page has begun to answer: `main` follows when its body has been taken. */
  isAnswering = false;
  /** The address that the visit began with, once it has answered. */
  pageUrl: string | undefined;
  /** The tab shows a document of this visit, no longer the one before. */
  hasArrived = false;
  /** Set when the address turned out to be a file: it is kept, the tab is not shown it. */
  mainIsFile = false;
  /** The server refused the page for a reason that is gone now. */
  wantsAnotherTry = false;
  /** Why the page itself was cut off or refused, in words that a gap can end with. */
  cut: { readonly reason: GapReason; readonly words: string } | undefined;
  /** What the page has asked for and opened so far; held against the bounds. */
  readonly counts = { requests: 0, frames: 0, navigations: 0, popups: 0, adopted: 0, sockets: 0, socketBytes: 0 };
  readonly startedMs = performance.now();
  /** Status and time of each redirect hop of the page itself, in order. */
  readonly redirects: { readonly url: string; readonly status: number; readonly at: Date }[] = [];
  readonly #resources = new Map<string, PageResource>();
  readonly #open = new Map<object, OpenRequest>();
  readonly #pending = new Set<Promise<void>>();
  #movedMs = performance.now();

  get resources(): readonly PageResource[] {
    return [...this.#resources.values()];
  }

  /** Adds a gap unless the page has one of this reason and address. */
  addGap(gap: Gap): void {
    if (!this.gaps.some(({ reason, url }) => reason === gap.reason && url === gap.url)) this.gaps.push(gap);
  }

  addResource(resource: PageResource): void {
    const key = `${resource.method} ${resource.url}`;
    const known = this.#resources.get(key);
    // A real response says more than a cache hit or a failure of the same address.
    if (known && (known.status !== 0 || resource.status === 0) && resource.fromCache) return;
    this.#resources.set(key, resource);
  }

  hasResource(url: string): boolean {
    return this.#resources.has(`GET ${url}`);
  }

  /**
   * A request has left.
   * @param handle whatever names it to `requestEnded`
   * @param patienceMs how long the page may be held up by it
   */
  requestStarted(handle: object, url: string, patienceMs = Number.POSITIVE_INFINITY): void {
    this.#open.set(handle, { url, startedMs: performance.now(), patienceMs });
    this.moved();
  }

  requestEnded(handle: object): void {
    if (this.#open.delete(handle)) this.moved();
  }

  /** The whole answer of this address has been taken: some requests (of shared workers) are never reported as ended. */
  answerTaken(url: string): void {
    for (const [handle, open] of this.#open) if (open.url === url) this.#open.delete(handle);
    this.moved();
  }

  moved(): void {
    this.#movedMs = performance.now();
  }

  /** Milliseconds since the network last moved; 0 while a request younger than `oldMs` is open. */
  quietForMs(oldMs: number): number {
    const now = performance.now();
    for (const { startedMs, patienceMs } of this.#open.values()) {
      if (now - startedMs < Math.min(oldMs, patienceMs)) return 0;
    }
    return this.#pending.size > 0 ? 0 : now - this.#movedMs;
  }

  /** Work that must be done before the page may be handed over. It must not reject. */
  track(work: Promise<void>): void {
    this.#pending.add(work);
    void work.finally(() => {
      this.#pending.delete(work);
      this.moved();
    });
  }

  async drained(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
