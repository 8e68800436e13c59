import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { MainResponse, PageRecorder } from '../capture/page-recorder.ts';
import { explainNetError, gapOfStatus, makeGap } from '../gaps.ts';
import { askedPauseMs } from '../polite/asked-pause.ts';
import { lookForWall } from '../walls/look-for-wall.ts';
import type { Visit } from './visit.ts';
import type { VisitClock } from './visit-clock.ts';

export type Arrived =
  | { readonly kind: 'loaded'; readonly main: MainResponse }
  | Extract<Visit, { kind: 'file' | 'missing' | 'not-found' }>;

const loadCeilingMs = 30_000;
/** A page that has been handed over whole and moves nothing for so long will not load any further. */
const restMs = 5_000;
/** The browser's own page about the last failure can come up late, and push the next navigation aside. */
const maxTries = 3;
const errorPage = 'chrome-error://chromewebdata/';
const errorPageMs = 1_000;

/** The page that the tab showed before would not be left: nothing was asked for, and nothing is said about the address. */
export class TabTaken extends Error {}

/**
 * Goes to an address and says what came of it.
 * @throws AbortError, TabTaken, and what Playwright throws when the tab is gone
 */
export async function navigate(
  page: Page,
  url: string,
  recorder: PageRecorder,
  clock: VisitClock,
  context: CaptureContext,
): Promise<Arrived> {
  const over = new AbortController();
  const loading = load(page, url, recorder, clock);
  // Nobody waits for it any more when the page has come to rest first.
  loading.catch(() => undefined);
  try {
    await Promise.race([loading, stopOf(clock.signal, over.signal), atRest(recorder, over.signal)]);
  } catch (error) {
    clock.signal.throwIfAborted();
    const failure = whyNot(error, url, recorder, context);
    if (failure) return failure;
  } finally {
    over.abort();
  }
  // An error of the browser's is never what a site had to say.
  if (page.url() === errorPage) return missing('connection-failed', url, 'it could not be loaded', context);
  await mainResponseArrived(recorder, clock);
  if (!recorder.main) return missing('connection-failed', url, 'no response arrived', context);
  const cut = cutOff(recorder, url, context);
  if (cut) return cut;
  const arrived = judge(recorder.main, url, context);
  if (arrived.kind !== 'missing' || gapOfStatus(recorder.main.status) === undefined) return arrived;
  const wall = await lookForWall({ tab: page, askedUrl: url, main: recorder.main }, clock, context);
  return wall ? { ...arrived, gap: wall } : arrived;
}

async function load(page: Page, url: string, recorder: PageRecorder, clock: VisitClock): Promise<void> {
  const shown = page.url();
  for (let tries = 1; ; tries += 1) {
    recorder.wantsAnotherTry = false;
    const failure = watchForErrorPage(page);
    try {
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: clock.leftMs || 1 });
      break;
    } catch (error) {
      if (isNetError(error)) await failure.shown();
      if (tries === maxTries || !mayComeNow(error, recorder)) throw orTabTaken(error, shown, recorder);
    } finally {
      failure.end();
    }
  }
  await page.waitForLoadState('load', { timeout: Math.min(loadCeilingMs, clock.leftMs || 1) }).catch(() => undefined);
}

/**
 * Resolves when the page is here and nothing has moved for a while, whatever the browser still waits for: a page that
 * left for nowhere before it was parsed to its end never says that it is loaded. Rejects when it is `over` before.
 */
async function atRest(recorder: PageRecorder, over: AbortSignal): Promise<void> {
  const isAtRest = () => recorder.main !== undefined && recorder.quietForMs(Number.POSITIVE_INFINITY) > restMs;
  while (!isAtRest()) await sleep(restMs / 10, undefined, { signal: over });
}

/** Rejects when the crawl is stopped, unless it is `over` before. */
function stopOf(signal: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: over });
  });
}

/** Waits for the browser's own page about a failure, which comes up after the failure was told. */
function watchForErrorPage(page: Page): { shown(): Promise<void>; end(): void } {
  const waiting = new AbortController();
  const isShown = (frame: Frame) => frame === page.mainFrame() && frame.url() === errorPage;
  const note = (frame: Frame) => isShown(frame) && waiting.abort();
  page.on('framenavigated', note);
  return {
    shown: () => sleep(errorPageMs, undefined, { signal: waiting.signal }).catch(() => undefined),
    end: () => page.off('framenavigated', note),
  };
}

function mayComeNow(error: unknown, { wantsAnotherTry }: PageRecorder): boolean {
  const isPushedAside = error instanceof Error && error.message.includes(`another navigation to "${errorPage}"`);
  return isPushedAside || wantsAnotherTry;
}

/**
 * A page that goes back in its history, or elsewhere, calls off what the tab was told to open, before it is asked for.
 * @param shown what the tab showed before
 */
function orTabTaken(error: unknown, shown: string, recorder: PageRecorder): unknown {
  const { isAnswering, mainIsFile, cut, redirects } = recorder;
  if (shown === 'about:blank' || isAnswering || mainIsFile || cut || redirects.length > 0) return error;
  const isCalledOff = error instanceof Error && /net::ERR_ABORTED|interrupted by another/.test(error.message);
  return isCalledOff ? new TabTaken('The page before it kept the tab.', { cause: error }) : error;
}

/** Not an answer that the browser hands on as a file, for which it shows no page. */
function isNetError(error: unknown): boolean {
  return error instanceof Error && /net::ERR_(?!ABORTED)/.test(error.message);
}

/**
 * Looks whether a wall stands where the settled page should be.
 * @returns what the visit came to then, or undefined for content
 * @throws AbortError when the crawl is stopped
 */
export async function walledOff(
  page: Page,
  url: string,
  recorder: PageRecorder,
  clock: VisitClock,
  context: CaptureContext,
): Promise<Extract<Visit, { kind: 'missing' }> | undefined> {
  if (!recorder.main) return undefined;
  const gap = await lookForWall({ tab: page, askedUrl: url, main: recorder.main }, clock, context);
  if (!gap) return undefined;
  await clock.within(recorder.drained());
  // "Too many requests" under status 200 is the same request for a pause as 429.
  const pauseMs = gap.reason === 'rate-limited' ? askedPauseMs(recorder.main.headers, context.clock.now()) : undefined;
  return { kind: 'missing', gap, retryAfterMs: pauseMs };
}

/** What a failed navigation means; undefined when the page is there after all and only slow to finish. */
function whyNot(error: unknown, url: string, recorder: PageRecorder, context: CaptureContext): Arrived | undefined {
  if (!(error instanceof Error) || error instanceof TabTaken) throw error;
  if (recorder.mainIsFile) return { kind: 'file', mime: recorder.main?.mime ?? '', status: recorder.main?.status ?? 0 };
  const cut = cutOff(recorder, url, context);
  if (cut) return cut;
  if (/crashed|has been closed|Target closed/i.test(error.message)) throw error;
  if (recorder.main && /Timeout/.test(error.message)) return undefined;
  if (recorder.main && recorder.main.bodyBytes === 0) return judge(recorder.main, url, context);
  const { reason, words } = explainNetError(context.guard?.whyNot(url) ?? error.message);
  return missing(reason, url, words, context);
}

/** What a page comes to whose own answer was not whole; undefined for others. What came of it is not the page. */
export function cutOff(
  { cut }: Pick<PageRecorder, 'cut'>,
  url: string,
  context: CaptureContext,
): Extract<Visit, { kind: 'missing' }> | undefined {
  return cut && missing(cut.reason, url, cut.words, context);
}

/** The body of the page is handed over while the browser already parses it: wait for the hand-over to begin. */
async function mainResponseArrived(recorder: PageRecorder, clock: VisitClock): Promise<void> {
  for (let round = 0; round < 100 && !recorder.main && !clock.isOver; round += 1) await clock.pause(20);
}

function judge(main: MainResponse, url: string, context: CaptureContext): Arrived {
  const reason = gapOfStatus(main.status);
  if (reason) return missing(reason, url, `the server answered ${main.status}`, context, retryAfterMs(main, context));
  if (main.bodyBytes === 0 && main.status === 200) return missing('empty', url, 'the answer had no content', context);
  return { kind: 'loaded', main };
}

function missing(
  reason: Parameters<typeof makeGap>[0],
  url: string,
  words: string,
  { redactor, clock }: CaptureContext,
  retryAfter?: number,
): Extract<Visit, { kind: 'missing' }> {
  const told = redactor.text(url);
  return { kind: 'missing', gap: makeGap(reason, told, `${told}: ${words}.`, clock.now()), retryAfterMs: retryAfter };
}

/** How long a 429 or 503 asks us to stay away; undefined when it does not say, and for other statuses. */
function retryAfterMs({ status, headers }: MainResponse, { clock }: CaptureContext): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  return askedPauseMs(headers, clock.now());
}
