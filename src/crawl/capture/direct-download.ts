import { mkdir } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { StoredDownload } from '../../model/crawl-store.ts';
import { type Body, type Exchange, type HttpHeaders, headerValue } from '../../model/http.ts';
import { explainNetError, gapOfStatus, makeGap } from '../gaps.ts';
import { fittingCookies } from '../guard/fit-cookies.ts';
import { makeAgents } from '../guard/guarded-agents.ts';
import { Playlists } from '../media/playlists.ts';
import { spool } from './bodies.ts';
import { BodyRefused, measureBody } from './body-bounds.ts';
import type { CaptureContext } from './capture-context.ts';
import { type OpenedResponse, opened, openRequest } from './open-request.ts';
import { isRedirect } from './paused-response.ts';
import { recordExchange, withoutFragment } from './record-exchange.ts';
import { Stall } from './stall.ts';

const memoryBytes = 1 << 20;
const maxRedirects = 10;

export interface Fetched {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly url: string;
}

/**
 * Fetches whole files beside the browser, each address once a crawl: media that the browser reads in ranges, the parts
 * of films, large files, robots.txt, sitemaps. Sends the browser's cookies and name, and records every hop.
 */
export class DirectDownloads {
  readonly playlists: Playlists;
  readonly #context: CaptureContext;
  readonly #started = new Map<string, Promise<void>>();
  /** What is fetched here alone; true when a 404 is a gap. */
  readonly #parts = new Map<string, boolean>();
  readonly #inBrowser = new Map<string, Promise<void>>();
  readonly #limit = pLimit(3);
  readonly #agents;

  constructor(context: CaptureContext) {
    this.#context = context;
    this.#agents = makeAgents(context.guard);
    this.playlists = new Playlists(this, context);
  }

  /** Starts a download in the background unless this address had one. Trouble becomes a gap, never a rejection. */
  add(url: string, referer: string): void {
    const key = withoutFragment(url);
    if (this.#started.has(key)) return;
    const { checkpoints } = this.#context;
    checkpoints.download({ url: key, referer, isDone: false });
    const task = this.#limit(async () => {
      if (await this.#download(key, referer)) checkpoints.download({ url: key, referer, isDone: true });
    });
    this.#started.set(key, task);
  }

  /** Like `add`, for something the browser may have brought already. */
  addIfMissing(url: string, referer: string): void {
    if (!this.#context.ledger.hasRecorded(withoutFragment(url))) this.add(url, referer);
  }

  /** Goes on with what an earlier process had begun, and does not begin again what it had ended. */
  restore(stored: readonly StoredDownload[]): void {
    for (const { url, isDone } of stored) if (isDone) this.#started.set(url, Promise.resolve());
    for (const { url, referer, isDone } of stored) if (!isDone) this.add(url, referer);
  }

  /** A part of a film: fetched once, here and not from the browser. @param mustExist a 404 is a gap */
  addPart(url: string, referer: string, mustExist: boolean): void {
    const key = withoutFragment(url);
    if (this.#started.has(key) || this.#context.ledger.hasRecorded(key)) return;
    this.#parts.set(key, mustExist);
    this.add(key, referer);
  }

  /** True for what `addPart` has taken on itself and not failed at. */
  isPart(url: string): boolean {
    return this.#parts.has(withoutFragment(url));
  }

  /** Runs `work`, in which the browser brings an address to the archive; a part that comes so is not fetched again. */
  async whileBrowserTakes(url: string, work: () => Promise<void>): Promise<void> {
    const taking = work();
    const settled = taking.catch(() => undefined).then(() => void this.#inBrowser.delete(url));
    this.#inBrowser.set(url, settled);
    await taking;
  }

  /** Resolves when every download so far has ended. */
  async idle(): Promise<void> {
    let known = -1;
    while (known !== this.#started.size) {
      known = this.#started.size;
      await Promise.all(this.#started.values());
    }
  }

  /** @returns false when it was stopped on the way and has to be done again */
  async #download(url: string, referer: string): Promise<boolean> {
    await this.#inBrowser.get(url);
    const { signal, ledger } = this.#context;
    if (signal.aborted) return false;
    if (this.#parts.has(url) && ledger.hasRecorded(url)) return true;
    try {
      const { status } = await this.fetch(url, referer);
      const reason = gapOfStatus(status) ?? (status >= 400 && this.#parts.get(url) ? 'resource-failed' : undefined);
      if (reason) {
        this.#parts.delete(url);
        this.#gap(reason, url, `${url} answered ${status}.`);
      }
    } catch (error) {
      this.#parts.delete(url);
      this.#failed(url, error);
    }
    return !this.#context.signal.aborted;
  }

  #failed(url: string, error: unknown): void {
    const { reason, words } = explainNetError(describe(error));
    if (error instanceof BodyRefused) this.#gap(error.reason, url, error.message);
    else if (this.#context.signal.aborted) this.#gap('interrupted', url, `The download of ${url} was stopped.`);
    else if (reason !== 'not-public') this.#gap('resource-failed', url, `${url}: ${words}.`);
  }

  #gap(reason: Parameters<typeof makeGap>[0], url: string, message: string): void {
    const { ledger, clock, redactor } = this.#context;
    ledger.addGap(makeGap(reason, redactor.text(url), redactor.text(message), clock.now()));
  }

  /**
   * Fetches and records one address, following redirects. `onBody` sees the body before it is given back.
   * @throws what the connection throws, BodyRefused
   */
  async fetch(
    url: string,
    referer?: string,
    onBody?: (body: Body, fetched: Fetched) => Promise<void>,
  ): Promise<Fetched> {
    let current = url;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const exchange = await this.#exchange(current, referer).catch((error: unknown) =>
        this.#refusedOrRaise(current, error),
      );
      const { status, responseHeaders: headers } = exchange;
      const fetched = { status, headers, url: current };
      const next = isRedirect(status, headers) ? locationOf(headers, current) : undefined;
      try {
        await this.playlists.read(exchange);
        if (next === undefined) await onBody?.(exchange.body, fetched);
      } finally {
        await recordExchange(this.#context, exchange);
      }
      if (next === undefined) return fetched;
      current = next;
    }
    throw new Error(`${url}: redirect count exceeded`);
  }

  /**
   * Asks for one address alone and records nothing: whoever asks disposes the body.
   * @param headers beside those that every request has, or in their place
   * @throws what the connection throws, BodyRefused
   */
  ask(url: string, referer: string | undefined, headers: Readonly<Record<string, string>>): Promise<Exchange> {
    return this.#exchange(url, referer, headers);
  }

  /** Told here, where the hop is known that leads inside. The robots.txt of a closed host is told by its page. */
  #refusedOrRaise(url: string, error: unknown): never {
    const { reason, words } = explainNetError(describe(error));
    if (reason === 'not-public' && !url.endsWith('/robots.txt')) this.#gap(reason, url, `${url}: ${words}.`);
    throw error;
  }

  async #exchange(url: string, referer: string | undefined, more: Readonly<Record<string, string>> = {}) {
    const { clock, userAgent, browserContext, signal, spoolFolder, direct } = this.#context;
    const known = await browserContext()
      ?.cookies(url)
      .catch(() => []);
    const cookies = fittingCookies(known ?? []);
    const requestHeaders: Record<string, string> = {
      'User-Agent': userAgent,
      Accept: '*/*',
      'Accept-Encoding': 'identity',
      ...direct.headers,
      ...more,
      ...(referer ? { Referer: headerText(referer) } : {}),
    };
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const sent = cookie ? { ...requestHeaders, Cookie: headerText(cookie) } : requestHeaders;
    const stall = new Stall(signal);
    try {
      const response = await this.#open(url, sent, stall.signal);
      const fetchedAt = clock.now();
      await mkdir(spoolFolder, { recursive: true });
      const measure = this.#measure(url, response);
      const onBytes = (total: number) => {
        stall.moved();
        measure(total);
      };
      return {
        url,
        method: 'GET',
        requestHeaders: Object.entries(requestHeaders),
        status: response.status,
        statusText: response.statusText,
        responseHeaders: response.headers,
        body: await spool(response.body, { folder: spoolFolder, memoryBytes, onBytes }),
        bodyIsRaw: response.bodyIsRaw,
        fetchedAt,
      };
    } catch (error) {
      // An abort of our own says why.
      throw stall.signal.aborted && !signal.aborted ? stall.signal.reason : error;
    } finally {
      stall.end();
    }
  }

  /** A guard makes every connection by itself, those through a proxy too. */
  async #open(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<OpenedResponse> {
    const { direct, guard } = this.#context;
    if (guard || !direct.fetch) return openRequest(url, headers, this.#agents, signal);
    return opened(await direct.fetch(url, headers, signal));
  }

  #measure(url: string, response: OpenedResponse): (total: number) => void {
    const { bounds, ledger, maxBytes } = this.#context;
    return measureBody(bounds, {
      url,
      isOpenEnded: headerValue(response.headers, 'content-length') === undefined,
      leftBytes: maxBytes - ledger.bodyBytes,
      maxBytes,
      transferredBytes: response.transferredBytes,
    });
  }
}

/** A header holds Latin-1 without control characters; an address or a cookie of something else is sent without it. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e\x80-\xff]/g, '');
}

function locationOf(headers: HttpHeaders, base: string): string | undefined {
  const location = headerValue(headers, 'location');
  return location && URL.canParse(location, base) ? new URL(location, base).href : undefined;
}

/** Node says what went wrong in the message, in `code`, or in `cause`. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${error.message} ${code} ${error.cause === undefined ? '' : describe(error.cause)}`.trim();
}
