import type { GapReason } from '../../model/gap.ts';
import { type Body, type HttpHeaders, headerValue } from '../../model/http.ts';
import { type DevtoolsConnection, DevtoolsError, type DevtoolsEvent } from '../browser/devtools-connection.ts';
import type { AttachedToTarget, TargetTree } from '../browser/target-tree.ts';
import { explainNetError, makeGap } from '../gaps.ts';
import { clearExcessCookies } from '../guard/fit-cookies.ts';
import { watchMemory } from '../guard/memory-watch.ts';
import { type Arrival, type Held, ignoreGone, refuse, release } from './arrival.ts';
import { BodyRefused } from './body-bounds.ts';
import { ByteGate } from './byte-gate.ts';
import type { CaptureContext } from './capture-context.ts';
import type { DirectDownloads } from './direct-download.ts';
import { HeldBodies } from './held-bodies.ts';
import { LiveSockets } from './live-sockets.ts';
import { LoadingEnds } from './loading-ends.ts';
import { countAnswer } from './page-bounds.ts';
import type { PageRecorder } from './page-recorder.ts';
import { bodyRoute, headersOf, isHtml, isRedirect, mimeOf, type PausedResponse } from './paused-response.ts';
import { exchangeOf, recordExchange, withoutFragment } from './record-exchange.ts';
import { SeenInCache } from './seen-in-cache.ts';
import { BodyTaker, brokeOff, type TakenRoute } from './take-body.ts';

/** What servers answer when the request's headers are too long for them. */
const cookieStatuses = new Set([400, 413, 431, 494]);
/** Bodies of known length in memory at the same time, over all tabs. */
const bytesAtOnce = 8 * 1024 * 1024;

/** Holds every response of every target, takes its body, lets the page have it, and hands the exchange on. */
export class ResponseCapture {
  readonly #devtools: DevtoolsConnection;
  readonly #targets: TargetTree;
  readonly context: CaptureContext;
  readonly #bodies = new HeldBodies();
  readonly #downloads: DirectDownloads;
  readonly #recorders = new Map<string, PageRecorder>();
  readonly #taker: BodyTaker;
  readonly #gate = new ByteGate(bytesAtOnce);
  readonly #seen = new SeenInCache();
  #latest: PageRecorder | undefined;
  #cookiesClearedMs = Number.NEGATIVE_INFINITY;

  constructor(devtools: DevtoolsConnection, targets: TargetTree, context: CaptureContext, downloads: DirectDownloads) {
    this.#devtools = devtools;
    this.#taker = new BodyTaker(context, new LoadingEnds(devtools), this.#bodies);
    this.#targets = targets;
    this.context = context;
    this.#downloads = downloads;
    devtools.onEvent((event) => this.#onEvent(event));
    new LiveSockets(devtools, context, (sessionId) => this.#recorderOf(targets.pageOf(sessionId)));
  }

  /** From now on what this page loads goes to `recorder`. */
  record(pageTargetId: string, recorder: PageRecorder): void {
    this.#recorders.set(pageTargetId, recorder);
    this.#latest = recorder;
  }

  /** A shared worker belongs to no page in particular: what it loads goes to the page that was opened last. */
  #recorderOf(page: string | undefined): PageRecorder | undefined {
    if (page === undefined) return undefined;
    return this.#recorders.get(page) ?? (this.#targets.isShared(page) ? this.#latest : undefined);
  }

  #onEvent(event: DevtoolsEvent): void {
    if (event.method === 'Target.attachedToTarget') this.#countPopup(event.params as AttachedToTarget);
    if (event.method !== 'Fetch.requestPaused' || event.sessionId === undefined) return;
    const paused = event.params as PausedResponse;
    const held = { devtools: this.#devtools, sessionId: event.sessionId, requestId: paused.requestId };
    const page = this.#targets.pageOf(event.sessionId);
    const recorder = this.#recorderOf(page);
    if (!recorder || !/^https?:/i.test(paused.request.url)) {
      void release(held);
      return;
    }
    recorder.moved();
    // A popup's main frame is not the page's: its frame id is its own target's.
    const isMain = paused.resourceType === 'Document' && paused.frameId === page;
    if (isMain) recorder.pageUrl ??= withoutFragment(paused.request.url);
    const crossed = countAnswer(recorder, paused, isMain, this.context.bounds);
    if (crossed) {
      this.note(recorder, crossed.reason, crossed.words);
      if (crossed.reason === 'limit-requests') stopRequests(held);
      recorder.track(refuse(held));
    } else recorder.track(this.#take(held, paused, recorder, isMain));
  }

  /** Counted here, while the opener waits: the window itself may come up when the visit is over. */
  #countPopup({ sessionId, targetInfo }: AttachedToTarget): void {
    const recorder = this.#recorderOf(this.#targets.pageOf(sessionId));
    if (!recorder || targetInfo.type !== 'page' || targetInfo.openerId === undefined) return;
    const most = this.context.bounds.popups;
    recorder.counts.popups += 1;
    if (recorder.counts.popups > most) {
      this.note(recorder, 'limit-popups', `opened more than ${most} windows; the rest were closed`);
    }
  }

  /** Adds a gap about the page itself. @param words a sentence without its subject, the page's address */
  note(recorder: PageRecorder, reason: GapReason, words: string): void {
    if (recorder.pageUrl === undefined) return;
    const url = this.context.redactor.text(recorder.pageUrl);
    recorder.addGap(makeGap(reason, url, `${url} ${words}.`, this.context.clock.now()));
  }

  async #take(held: Held, paused: PausedResponse, recorder: PageRecorder, isMain: boolean): Promise<void> {
    const headers = headersOf(paused);
    const arrival = { paused, headers, at: this.context.clock.now(), recorder, held, isMain };
    try {
      if (paused.responseErrorReason) await this.#noteFailure(arrival);
      else await this.#takeBody(arrival);
    } catch (error) {
      await release(held);
      this.#rescue(arrival, error);
    }
  }

  async #noteFailure(arrival: Arrival): Promise<void> {
    const { paused, recorder, held, isMain } = arrival;
    const reason = paused.responseErrorReason ?? '';
    const url = this.context.redactor.text(withoutFragment(paused.request.url));
    recorder.addResource({ ...describeResource(paused, url), status: 0, mime: '', fromCache: false });
    if (this.context.guard?.refused(paused.request.url)) {
      if (isMain) recorder.cut = { reason: 'not-public', words: refusedWords(url, recorder) };
      if (!isMain || recorder.main) this.#gap(arrival, 'not-public', 'it is not at a public address');
      return refuse(held);
    }
    // A page that goes where nothing is would leave the browser's error page in its place.
    if (isMain && recorder.isAnswering) return refuse(held);
    // What the page or the browser itself called off is not missing, and the page's own failure is told by the visit.
    if (!isMain && !/^(Aborted|BlockedByClient|BlockedByResponse|AccessDenied)$/.test(reason)) {
      this.#secondChance(arrival, explainNetError(reason).words);
    }
    await release(held);
  }

  async #takeBody(arrival: Arrival): Promise<void> {
    const { paused, headers, recorder, held, at, isMain } = arrival;
    const url = withoutFragment(paused.request.url);
    const status = paused.responseStatusCode ?? 0;
    const mime = mimeOf(headers);
    if (await this.#findsCookiesTooLong(arrival, url, status)) {
      if (isMain) recorder.wantsAnotherTry = true;
      else this.#secondChance(arrival, `the server answered ${status}`);
      return refuse(held);
    }
    if (isMain && isRedirect(status, headers)) recorder.redirects.push({ url, status, at });
    else if (isMain) recorder.isAnswering = true;
    const fromCache = this.#seen.check(paused.request.method, url, headers) && !isMain;
    recorder.addResource({ ...describeResource(paused, this.context.redactor.text(url)), status, mime, fromCache });
    if (fromCache) return release(held);
    const isFile = isMain && !isRedirect(status, headers) && mime !== '' && !isHtml(mime);
    if (isFile) return this.#keepFile(arrival, url, status, mime);
    await this.#routeBody(arrival, url);
  }

  async #routeBody(arrival: Arrival, url: string): Promise<void> {
    const { paused, headers, recorder, held, at, isMain } = arrival;
    const route = bodyRoute(paused, headers, isMain);
    const length = Number(headerValue(headers, 'content-length') ?? Number.NaN);
    if (route === 'live' || (paused.request.method === 'GET' && this.#downloads.isPart(url))) return release(held);
    if (route === 'download') {
      const status = paused.responseStatusCode ?? 0;
      if (isMain) recorder.main = { url, status, mime: mimeOf(headers), headers, at, bodyBytes: length };
      this.#downloads.add(paused.request.url, paused.request.headers.Referer ?? '');
      return release(held);
    }
    const keep = () => this.#keepBody(arrival, url, route);
    await this.#downloads.whileBrowserTakes(url, () => this.#gate.through(route === 'message' ? length : 0, keep));
  }

  /** For a browser that runs on this machine and is ours alone: its tabs are ended before they fill the memory. */
  watchMemory(): void {
    watchMemory(this.#devtools, this.#bodies, this.context.bounds);
  }

  async #keepBody(arrival: Arrival, url: string, route: TakenRoute): Promise<void> {
    const { paused, headers, recorder, at, isMain } = arrival;
    const status = paused.responseStatusCode ?? 0;
    const body = await this.#taker.take(route, arrival);
    recorder.answerTaken(paused.request.url);
    if (isMain && !isRedirect(status, headers)) {
      recorder.main = { url, status, mime: mimeOf(headers), headers, at, bodyBytes: body.lengthBytes };
    }
    if (isTorn(headers, body, route)) {
      if (isMain) recorder.cut = brokeOff;
      await body.dispose();
      throw new DevtoolsError(`The answer of ${url} broke off.`);
    }
    const exchange = exchangeOf(paused, headers, body, at);
    await this.#downloads.playlists.read(exchange);
    await recordExchange(this.context, exchange);
  }

  /** What a server refuses because a hostile page has left too many cookies there is asked for again without them. */
  async #findsCookiesTooLong({ paused, recorder }: Arrival, url: string, status: number): Promise<boolean> {
    if (!cookieStatuses.has(status) || paused.request.method !== 'GET') return false;
    const context = this.context.browserContext();
    if (context && (await clearExcessCookies(context, url))) this.#cookiesClearedMs = performance.now();
    // Another tab may have met the same cookies, and cleared them, while this request was under way.
    return this.#cookiesClearedMs > recorder.startedMs;
  }

  /** A link that leads to a PDF or a picture: kept whole as a file, and the tab is spared a download dialog. */
  async #keepFile(arrival: Arrival, url: string, status: number, mime: string): Promise<void> {
    const { recorder, headers, at, held, paused } = arrival;
    // A download that a page starts leaves the page where it is; only as the first answer is the file the page.
    if (!recorder.main) {
      recorder.mainIsFile = true;
      recorder.main = { url, status, mime, headers, at, bodyBytes: Number.NaN };
    }
    this.#downloads.add(url, paused.request.headers.Referer ?? '');
    await refuse(held);
  }

  /** The browser dropped a response under our hands, or the sink failed, which ends the crawl. */
  #rescue(arrival: Arrival, error: unknown): void {
    if (error instanceof BodyRefused && arrival.isMain) {
      arrival.recorder.cut = { reason: error.reason, words: cutWords(error) };
    } else if (error instanceof BodyRefused) this.#secondChance(arrival, cutWords(error), error.reason);
    else if (error instanceof DevtoolsError) this.#secondChance(arrival, 'the answer was lost in the browser');
    else this.context.ledger.failed ??= error;
  }

  /** What can be asked for again is fetched beside the browser, which tells a gap of its own; the rest is a gap. */
  #secondChance(arrival: Arrival, words: string, reason: GapReason = 'resource-failed'): void {
    const { paused } = arrival;
    if (paused.request.method === 'GET') {
      this.#downloads.addIfMissing(paused.request.url, paused.request.headers.Referer ?? '');
      return;
    }
    this.#gap(arrival, reason, words);
  }

  #gap({ paused, recorder }: Arrival, reason: GapReason, words: string): void {
    const url = this.context.redactor.text(withoutFragment(paused.request.url));
    recorder.addGap(makeGap(reason, url, `${url}: ${words}.`, this.context.clock.now()));
  }
}

/** Asking and being refused a thousand times a second is work as well: from now on nothing leaves the page at all. */
function stopRequests({ devtools, sessionId }: Held): void {
  devtools.send('Network.setBlockedURLs', { urls: ['*'] }, sessionId).catch(ignoreGone);
}

function refusedWords(url: string, { pageUrl, redirects }: PageRecorder): string {
  const isItself = url === pageUrl && redirects.length === 0;
  return isItself ? 'it is not at a public address' : `it leads to ${url}, which is not at a public address`;
}

function cutWords({ reason }: BodyRefused): string {
  if (reason === 'timeout') return 'it had no end when its time was up';
  return reason === 'limit-ratio' ? 'it unpacks to many times its size' : 'it is larger than it may be';
}

/** The browser hands over what came before a connection broke, without a word: only the length tells. */
function isTorn(headers: HttpHeaders, body: Body, route: TakenRoute): boolean {
  const promised = headerValue(headers, 'content-length');
  if (route === 'none' || promised === undefined || headerValue(headers, 'content-encoding') !== undefined)
    return false;
  return Number(promised) !== body.lengthBytes;
}

function describeResource(paused: PausedResponse, url: string): { url: string; method: string; type: string } {
  // DevTools calls an event stream XHR at this stage.
  const isEventStream = mimeOf(headersOf(paused)) === 'text/event-stream';
  return {
    url,
    method: paused.request.method,
    type: isEventStream ? 'eventsource' : paused.resourceType.toLowerCase(),
  };
}
