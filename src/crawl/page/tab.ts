import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Request, Response } from 'playwright-core';
import type { CrawlBrowser } from '../browser/launch-browser.ts';
import type { TargetTree } from '../browser/target-tree.ts';
import { PageRecorder } from '../capture/page-recorder.ts';
import { withoutFragment } from '../capture/record-exchange.ts';
import type { Redactor } from '../capture/redact.ts';
import type { ResponseCapture } from '../capture/response-capture.ts';
import { armPage } from '../guard/page-armour.ts';
import { type StuckWatch, watchForStuck } from '../guard/stuck-watch.ts';

/** A tab that does not go in this time goes with the browser. */
const closeMs = 5_000;
const popupMs = 10_000;
/** A player reads the beginning of a film and leaves the rest waiting. The film is fetched whole beside the page. */
const mediaMs = 2_000;

/** One browser tab that visits one page after another. */
export interface Tab {
  readonly page: Page;
  readonly targetId: string;
  readonly sessionId: string;
  /** A fresh recorder for the next visit; requests of the tab and its popups go there from now on. */
  beginVisit(): PageRecorder;
  /** True when the tab is not to be used again. */
  readonly hasCrashed: boolean;
  /** The page in it no longer answers: the tab is done with, as after a crash. */
  giveUp(): void;
  close(): Promise<void>;
}

/** Opens a tab whose every response is held for the capture before its first navigation. */
export async function openTab(
  browser: CrawlBrowser,
  targets: TargetTree,
  capture: ResponseCapture,
  redactor: Redactor,
): Promise<Tab> {
  const page = await browser.context.newPage();
  const targetId = await targetIdOf(browser.context, page);
  const sessionId = await targets.armed(targetId);
  let recorder = new PageRecorder();
  let hasCrashed = false;
  let watch: StuckWatch | undefined;
  const { bounds } = capture.context;
  await page.addInitScript(armPage);
  // A dialog left open stops the page, and with it the crawl.
  page.on('dialog', (dialog) => {
    const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
    answer.catch(() => undefined);
  });
  // Without a listener a window of ours would show the system's own dialog.
  page.on('filechooser', () => undefined);
  page.on('popup', (popup) => adoptPopup(popup, () => recorder, capture));
  page.on('download', (download) => void download.cancel().catch(() => undefined));
  page.on('crash', () => {
    hasCrashed = true;
  });
  page.on('request', (request) => {
    // An event stream stays open for good: it is noted, not waited for.
    if (request.resourceType() === 'eventsource') return;
    const patienceMs = request.resourceType() === 'media' ? mediaMs : undefined;
    recorder.requestStarted(request, request.url(), patienceMs);
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) recorder.hasArrived = true;
  });
  page.on('requestfinished', (request) => recorder.requestEnded(request));
  page.on('requestfailed', (request) => recorder.requestEnded(request));
  page.on('response', (response) => noteCacheHit(recorder, response, redactor));
  page.on('websocket', (socket) => {
    recorder.addResource({
      url: redactor.text(socket.url()),
      method: 'GET',
      status: 101,
      mime: '',
      type: 'websocket',
      fromCache: false,
    });
  });
  return {
    page,
    targetId,
    sessionId,
    get hasCrashed() {
      // What moves on by itself may do so again under the next page, and one that asked for too much is closed off.
      const { navigations, requests } = recorder.counts;
      return hasCrashed || navigations > 1 || requests > bounds.requests;
    },
    giveUp() {
      hasCrashed = true;
    },
    beginVisit() {
      const begun = new PageRecorder();
      recorder = begun;
      capture.record(targetId, begun);
      watch?.end();
      watch = watchForStuck(browser.devtools, sessionId, bounds.unresponsiveMs, () => {
        // Before that it was the last page, which did not want to be left.
        if (begun.hasArrived) capture.note(begun, 'script-stopped', 'has a script that would not end; it was stopped');
      });
      return begun;
    },
    close: async () => {
      watch?.end();
      await Promise.race([page.close().catch(() => undefined), sleep(closeMs, undefined, { ref: false })]);
    },
  };
}

/** What the browser takes from its memory never reaches the network, where the capture stands; only Playwright sees it. */
function noteCacheHit(recorder: PageRecorder, response: Response, redactor: Redactor): void {
  const request: Request = response.request();
  const url = redactor.text(withoutFragment(response.url()));
  if (!/^https?:/.test(url) || request.method() !== 'GET' || recorder.hasResource(url)) return;
  const mime = (response.headers()['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  recorder.addResource({
    url,
    method: 'GET',
    status: response.status(),
    mime,
    type: request.resourceType(),
    fromCache: true,
  });
}

async function targetIdOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  try {
    const { targetInfo } = await session.send('Target.getTargetInfo');
    return targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

/**
 * Popups load under their opener's name (the capture sees to it) and are closed when they have. A page that opens one
 * after another gets no more.
 */
function adoptPopup(popup: Page, recorderOf: () => PageRecorder, capture: ResponseCapture): void {
  const recorder = recorderOf();
  const most = capture.context.bounds.popups;
  recorder.counts.adopted += 1;
  const isTooMany = recorder.counts.adopted > most;
  popup.on('popup', (next) => adoptPopup(next, recorderOf, capture));
  const tidy = async () => {
    if (!isTooMany) await popup.waitForLoadState('networkidle', { timeout: popupMs }).catch(() => undefined);
    await popup.close();
  };
  tidy().catch(() => undefined);
  if (recorder.counts.adopted === most + 1) forbidPopups(popup);
}

/** The opener is told that its windows do not open, as a blocker would. */
function forbidPopups(popup: Page): void {
  popup
    .opener()
    .then((opener) =>
      opener?.evaluate(() => {
        window.open = () => null;
      }),
    )
    .catch(() => undefined);
}
