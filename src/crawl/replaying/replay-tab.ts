import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Frame, Page, Request } from 'playwright-core';
import type { ReplayAnswer, ReplayedLook, ReplayTab, ScreenSize } from '../../model/qa.ts';
import { installKit } from '../behaviours/in-page/install-kit.ts';
import type { Looks, ScrollSight } from '../behaviours/in-page/page-kit.ts';
import { askFrame } from './ask-frame.ts';
import { goToArchived, takeApart } from './replayed-frame.ts';
import { watchRequests } from './request-quiet.ts';

/** What the capture waits for as well: before the picture, and after scrolling, where feeds take their time. */
const quietMs = 200;
const endQuietMs = 300;
const feedQuietMs = 1_000;
const growthMs = 3_000;
const paintMs = 5_000;
const mostLayers = 4;
const mostFolds = 8;
const foldsAtOnce = 200;
const loadMs = 20_000;
const mostRounds = 30;
const mostAnswers = 20_000;
const asksAtOnce = 200;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Opens a tab with Lastpost's replay page at `address`.
 * @param pageTimeMs what one archived page may take from the order to its text
 */
export async function openReplayTab(context: BrowserContext, address: string, pageTimeMs: number): Promise<ReplayTab> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
  page.on('popup', (popup) => popup.close().catch(() => undefined));
  const answers = noteAnswers(page);
  const quiet = watchRequests(page);
  await page.goto(address);
  await page.evaluate(bareFrame);
  let frame: Frame | undefined;
  const look = async (target: Parameters<ReplayTab['show']>[0], screen: ScreenSize): Promise<ReplayedLook> => {
    const place = await fitFrame(page, screen);
    answers.forget();
    frame = await goToArchived(page, target, performance.now() + pageTimeMs, frame === undefined);
    await frame.waitForLoadState('load', { timeout: loadMs }).catch(() => undefined);
    await quiet(frame, quietMs);
    await clearTheView(frame, quiet);
    await callKit(frame, `untilPainted(${paintMs})`);
    const picture = await screenshot(devtools, place, screen);
    const text = await textAfterScrolling(frame, quiet);
    return { picture, text, ...answers.told(frame.url()) };
  };
  return {
    show: (target, screen) => inTime(look(target, screen), pageTimeMs),
    ask: (urls) => askReplay(frame, urls, pageTimeMs),
    close: () => page.close().catch(() => undefined),
  };
}

/** Without the list the frame is as wide as the window; without the notice it keeps its height. Runs in the page. */
function bareFrame(): void {
  document.body.classList.add('wide');
  document.querySelector<HTMLElement>('#notice')?.style.setProperty('display', 'none', 'important');
}

async function inTime<T>(work: Promise<T>, timeMs: number): Promise<T> {
  const done = new AbortController();
  const tooLate = async (): Promise<never> => {
    await sleep(timeMs, undefined, { signal: done.signal });
    throw new Error(`it was not done after ${Math.round(timeMs / 1000)} s`);
  };
  const limit = tooLate();
  limit.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    done.abort();
  }
}

/** Makes the window as large as it takes for the frame to have the size of the screen at the capture. */
async function fitFrame(page: Page, screen: ScreenSize): Promise<Place> {
  for (let round = 0; round < 4; round += 1) {
    const box = await page.locator('replay-web-page').boundingBox();
    const size = page.viewportSize();
    if (box === null || size === null) break;
    if (box.width === screen.width && box.height === screen.height) return { x: box.x, y: box.y };
    await page.setViewportSize({
      width: Math.max(100, Math.round(size.width + screen.width - box.width)),
      height: Math.max(100, Math.round(size.height + screen.height - box.height)),
    });
  }
  throw new Error(`the frame cannot be made ${screen.width}x${screen.height}`);
}

/** PNG, made with the settings of the capture: the same pixels give the same bytes. */
async function screenshot(devtools: CDPSession, { x, y }: Place, screen: ScreenSize): Promise<Buffer> {
  const clip = { x, y, ...screen, scale: 1 };
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip });
  return Buffer.from(data, 'base64');
}

/** The capture's first picture has no layer over it, so this one may not have one either. */
async function clearTheView(frame: Frame, quiet: ReturnType<typeof watchRequests>): Promise<void> {
  for (let round = 0; round < mostLayers; round += 1) {
    const { consent, overlays } = await callKit<Looks>(frame, 'arrive()');
    if (consent > 0) await callKit(frame, 'clearConsent(false)');
    if (overlays > 0) await callKit(frame, 'clearOverlays()');
    if (consent + overlays === 0) return;
    await quiet(frame, quietMs);
  }
}

/** Down as the capture went, with its own kit, and then all that can be read. */
async function textAfterScrolling(frame: Frame, quiet: ReturnType<typeof watchRequests>): Promise<string> {
  let height = 0;
  let hasGrown = false;
  for (let round = 0; round < mostRounds; round += 1) {
    const end = await callKit<ScrollSight>(frame, 'scrollOn(60, false)');
    if (end.atEnd && end.size.height === height) {
      // The capture watches the end of what has grown before; a busy machine answers a feed late.
      const watched = `awaitGrowth(${JSON.stringify(end.size)}, ${growthMs})`;
      if (!hasGrown || !(await callKit<boolean>(frame, watched))) break;
    }
    hasGrown ||= height > 0 && end.size.height > height;
    height = end.size.height;
    await quiet(frame, hasGrown ? feedQuietMs : endQuietMs);
  }
  await openWhatIsFolded(frame, quiet);
  await callKit(frame, 'scrollToTop()');
  return callKit<string>(frame, 'seenFacts().text');
}

/** The capture opened it too, and its text has what was in sight for a moment only. */
async function openWhatIsFolded(frame: Frame, quiet: ReturnType<typeof watchRequests>): Promise<void> {
  for (let round = 0; round < mostFolds; round += 1) {
    const { expanders, carousels } = await callKit<Looks>(frame, 'look()');
    if (expanders > 0) await callKit(frame, `expandAll(${foldsAtOnce})`);
    if (carousels > 0) await callKit(frame, 'showSlides()');
    if (expanders + carousels === 0) return;
    await quiet(frame, quietMs);
  }
}

/** The kit installs itself once a document; asked again where the page has moved on. */
async function callKit<R>(frame: Frame, call: string): Promise<R> {
  return askFrame<R, string>(frame, `${installKit}.${call}`, '');
}

/** Every answer of the replay to a GET from anything in the tab, by the original address. */
function noteAnswers(page: Page) {
  let noted: { replay: string; url: string; status: number }[] = [];
  // The page before may still be answered when the next one has been ordered.
  let asked = new WeakSet<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('response', (response) => {
    const original = takeApart(response.url())?.original;
    const request = response.request();
    if (original === undefined || !asked.has(request)) return;
    if (request.method() !== 'GET' || noted.length >= mostAnswers) return;
    noted.push({ replay: withoutHash(response.url()), url: withoutHash(original), status: response.status() });
  });
  return {
    forget() {
      noted = [];
      asked = new WeakSet();
    },
    /** The page's own answer, and the others. */
    told(pageUrl: string): { status: number; answers: readonly ReplayAnswer[] } {
      const own = withoutHash(pageUrl);
      const status = noted.findLast(({ replay }) => replay === own)?.status ?? 0;
      // The component asks for the page a second time, under another modifier.
      const original = takeApart(own)?.original;
      return { status, answers: noted.filter(({ replay, url }) => replay !== own && url !== original) };
    },
  };
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}

/** Fetches through the service worker, as an archived page does; the bodies are not read. Runs in the frame. */
async function askAll([base, urls]: readonly [base: string, urls: readonly string[]]): Promise<number[]> {
  const ask = async (url: string) => {
    try {
      const response = await fetch(`${base}id_/${url}`, { redirect: 'manual' });
      await response.body?.cancel();
      return response.type === 'opaqueredirect' ? 302 : response.status;
    } catch {
      return 0;
    }
  };
  return Promise.all(urls.map(ask));
}

async function askReplay(frame: Frame | undefined, urls: readonly string[], timeMs: number): Promise<number[]> {
  const base = takeApart(frame?.url() ?? '')?.base;
  const worker = frame?.parentFrame();
  if (base === undefined || !worker) return urls.map(() => 0);
  const statuses: number[] = [];
  for (let at = 0; at < urls.length; at += asksAtOnce) {
    statuses.push(...(await inTime(worker.evaluate(askAll, [base, urls.slice(at, at + asksAtOnce)] as const), timeMs)));
  }
  return statuses;
}
