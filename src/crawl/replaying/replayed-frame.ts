import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page, Response } from 'playwright-core';
import type { QaTarget } from '../../model/qa.ts';

/** How long the component is given to follow an order before it is put in anew. It loses some, see page-client.ts. */
const orderMs = 4_000;
/**
 * How long a frame must stay at an address that is neither the one asked for nor the end of its redirects, until it is
 * given up: to judge another page in its place would be worse than no answer. One that was on its way before passes.
 */
const otherMs = 8_000;

/** `<server>/replay/w/<collection>/<time><modifier>_/<original address>` */
const replayAddress = /^(.*\/replay\/w\/[^/]+\/(?::[0-9a-f]+\/)?\d*)([a-z]+)_\/(https?:.+)$/;

/** An address of the replay, taken apart; undefined for any other. */
export function takeApart(
  url: string,
): { readonly base: string; readonly modifier: string; readonly original: string } | undefined {
  const [, base, modifier, original] = replayAddress.exec(url) ?? [];
  return base === undefined || modifier === undefined || original === undefined
    ? undefined
    : { base, modifier, original };
}

/** The frame of the archived page itself: the pages inside it have other modifiers or a replayed parent. */
function isTopReplay(frame: Frame): boolean {
  const parent = frame.parentFrame();
  return takeApart(frame.url())?.modifier === 'mp' && parent !== null && takeApart(parent.url()) === undefined;
}

/** Sends the component of Lastpost's replay page to an archived page. Runs in the page. */
function orderPage([url, timestamp, anew]: readonly [url: string, timestamp: string, anew: boolean]): void {
  const viewer = document.querySelector('replay-web-page') as (HTMLElement & { url: string; ts: string }) | null;
  if (viewer === null) throw new Error('The replay page has no component in it.');
  // What is there already is no order to it.
  if (!anew && viewer.url !== url) {
    viewer.url = url;
    viewer.ts = timestamp;
    return;
  }
  // A component that is put in begins where the window's address says, and the one before has written its own there.
  history.replaceState(null, '', `#${new URLSearchParams({ url, ts: timestamp })}`);
  const fresh = viewer.cloneNode() as HTMLElement;
  fresh.setAttribute('url', url);
  fresh.setAttribute('ts', timestamp);
  viewer.replaceWith(fresh);
}

/**
 * Has the component show an archived page and waits until its frame is there.
 * @param isFirst the component is new, and still busy with the page it began with: it would not hear
 * @throws Error when it does not come before `endMs` (on the clock of `performance.now`)
 */
export async function goToArchived(page: Page, target: QaTarget, endMs: number, isFirst: boolean): Promise<Frame> {
  const arrivals = watchArrivals(page, target.url);
  try {
    for (let anew = isFirst; performance.now() < endMs; anew = true) {
      await page.evaluate(orderPage, [target.url, target.timestamp, anew] as const);
      const frame = await arrivals.next(Math.min(endMs, performance.now() + (anew ? 3 : 1) * orderMs));
      if (frame !== undefined) return frame;
    }
    throw new Error('the replay did not go there in time');
  } finally {
    arrivals.stop();
  }
}

function watchArrivals(page: Page, wanted: string) {
  let [exact, other]: (Frame | undefined)[] = [];
  let otherAtMs = 0;
  let redirectedTo: string | undefined;
  const follow = (response: Response) => {
    let first = response.request();
    if (!first.isNavigationRequest()) return;
    for (let before = first.redirectedFrom(); before !== null; before = first.redirectedFrom()) first = before;
    if (isSame(takeApart(first.url())?.original ?? '', wanted)) redirectedTo = takeApart(response.url())?.original;
  };
  const look = (frame: Frame) => {
    const original = isTopReplay(frame) ? takeApart(frame.url())?.original : undefined;
    if (original === undefined) return;
    if (isSame(original, wanted) || original === redirectedTo) exact = frame;
    else [other, otherAtMs] = [frame, performance.now()];
  };
  page.on('response', follow);
  page.on('framenavigated', look);
  return {
    async next(endMs: number): Promise<Frame | undefined> {
      while (performance.now() < endMs) {
        if (exact?.isDetached() === false) return exact;
        if (other?.isDetached() === false && performance.now() - otherAtMs > otherMs) {
          throw new Error(`the replay went to ${takeApart(other.url())?.original ?? other.url()} instead`);
        }
        await sleep(20);
      }
      return undefined;
    },
    stop: () => {
      page.off('response', follow);
      page.off('framenavigated', look);
    },
  };
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}
