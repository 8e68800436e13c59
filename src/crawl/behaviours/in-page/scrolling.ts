import type { PageKit, PageSize, ScrollSight } from './page-kit.ts';

/** All that scrolls downwards and is large enough to hold content: the window first, then boxes, also in shadow roots. */
export function scrollers(kit: PageKit): readonly Element[] {
  const { state } = kit;
  const nowMs = performance.now();
  if (state.scrollers.length > 0 && nowMs - state.scrollersAtMs < 250) return state.scrollers;
  const page = document.scrollingElement ?? document.documentElement;
  // What can hardly be a box that scrolls is not even measured: there is much of it.
  const small =
    'p, a, span, b, i, em, strong, small, time, img, svg, svg *, li, tr, td, h1, h2, h3, h4, label, button, input, option, br, script, style, link, meta, head, head *';
  const boxes = kit.all(`:not(${small}, html, textarea, select)`).filter((box) => {
    if (box.scrollHeight <= box.clientHeight + 50 || box.clientHeight < 100 || box.clientWidth < 100) return false;
    if (box === page) return false;
    return /auto|scroll|overlay/.test(getComputedStyle(box).overflowY) && kit.isVisible(box);
  });
  state.scrollers = [page, ...boxes.slice(0, 30)];
  state.scrollersAtMs = nowMs;
  return state.scrollers;
}

/** Something in sight says that it is still loading. */
export function isBusy(kit: PageKit): boolean {
  const named =
    '[class*="spinner" i], [class*="skeleton" i], [class*="shimmer" i], [class*="loading" i], [class*="loader" i]';
  const isMeant = (element: HTMLElement) => {
    if (element.matches('img, video, iframe, html, body, script, link, input')) return false;
    if (!element.matches('[aria-busy="true"], [role="progressbar"]')) {
      const isNamed = /(^|[\s_-])(spinner|skeleton|shimmer|loader|loading)s?([\s_-]|$)/i.test(
        element.className.toString(),
      );
      if (!isNamed || element.querySelector('img[src]:not([src^="data:"]), a[href]')) return false;
    }
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight + 50 && kit.isVisible(element);
  };
  return kit.all(`[aria-busy="true"], [role="progressbar"]:not([aria-valuenow="100"]), ${named}`).some(isMeant);
}

/** Waits until rows that are drawn while we pass are there. A sign that never goes is waited for once. */
export async function untilDrawn(kit: PageKit): Promise<void> {
  const { state } = kit;
  for (let wait = 0; !state.isAlwaysBusy && kit.isBusy(); wait += 1) {
    if (wait === 30) state.isAlwaysBusy = true;
    await kit.pause(100);
  }
}

/** What the end of the page says of what may still come. */
export function endSign(kit: PageKit): ScrollSight['sign'] {
  if (kit.isBusy()) return 'busy';
  const marks =
    '[role="feed"], [aria-setsize="-1"], [aria-rowcount="-1"], [id*="sentinel" i], [class*="sentinel" i], [id*="infinite" i], [class*="infinite-" i], [data-infinite], [data-infinite-scroll]';
  const lists = [...kit.openNotebook().lists.values()];
  if (kit.all(marks).length === 0 && !lists.some(({ lost, reused }) => lost + reused > 2)) return '';
  const said = kit.all('p, div, span, li, footer').slice(-400);
  const isOver = said.some((element) => {
    const text = element.textContent ?? '';
    return text.length < 120 && text.length > 3 && kit.words.over.test(text) && kit.isVisible(element);
  });
  return isOver ? 'over' : 'feed';
}

export function size(kit: PageKit): PageSize {
  kit.gather();
  let height = 0;
  for (const scroller of kit.scrollers()) height += scroller.scrollHeight;
  let elements = 0;
  for (const root of kit.roots()) {
    elements += (root instanceof Document ? root.getElementsByTagName('*') : root.querySelectorAll('*')).length;
  }
  let rows = 0;
  for (const list of kit.openNotebook().lists.values()) rows = Math.max(rows, list.rows.length);
  return { height, elements, rows };
}

/** Scrolls everything that scrolls downwards by most of a screen a frame, each box to its end, until `maxSteps` are done. */
export async function scrollOn(kit: PageKit, maxSteps: number, wantsLooks: boolean): Promise<ScrollSight> {
  const notebook = kit.openNotebook();
  const page = document.scrollingElement;
  const isVirtual = () => [...notebook.lists.values()].some(({ lost, reused }) => lost + reused > 2);
  let screens = 0;
  const stepDown = async (scroller: Element): Promise<boolean> => {
    const before = scroller.scrollTop;
    // Pages that glide when they are scrolled would still stand at the beginning a frame later.
    scroller.scrollTo({ top: before + Math.max(200, scroller.clientHeight * 0.75), behavior: 'instant' });
    notebook.move += 1;
    await kit.frame();
    // Rows that are drawn while we pass need their moment.
    if (isVirtual()) await kit.untilDrawn();
    kit.gather();
    return scroller.scrollTop > before + 1;
  };
  for (const scroller of kit.scrollers()) {
    const { top, bottom } = scroller.getBoundingClientRect();
    if (scroller !== page && (bottom < 50 || top > innerHeight - 50))
      scroller.scrollIntoView({ block: 'center', behavior: 'instant' });
    while (await stepDown(scroller)) {
      screens += 1;
      // An app whose rows come and go is let load in between.
      if (screens < (isVirtual() ? 4 : maxSteps)) continue;
      return {
        atEnd: false,
        screens,
        size: kit.size(),
        isVirtual: isVirtual(),
        sign: '',
        timerMs: 0,
        looks: undefined,
      };
    }
  }
  const looks = wantsLooks ? kit.look() : undefined;
  const sign = kit.endSign();
  return { atEnd: true, screens, size: kit.size(), isVirtual: isVirtual(), sign, timerMs: kit.timerMs(), looks };
}

/** Watches the end. @returns true as soon as the page has grown, false when it has not for `waitMs` */
export async function awaitGrowth(kit: PageKit, before: PageSize, waitMs: number): Promise<boolean> {
  let endMs = performance.now() + waitMs;
  // Some feeds look for their end only while they are being scrolled.
  for (const scroller of kit.scrollers()) {
    const end = scroller.scrollTop;
    if (end === 0) continue;
    scroller.scrollTo({ top: end - Math.min(end, 150), behavior: 'instant' });
    await kit.frame();
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'instant' });
    await kit.frame();
  }
  endMs = Math.max(endMs, performance.now() + kit.timerMs());
  while (performance.now() < endMs) {
    if (kit.hasGrown(before)) return true;
    await kit.pause(100);
  }
  return kit.hasGrown(before);
}

/** Watches the end without touching it, for so much of the page's own time. @returns true as soon as the page has grown */
export async function growsByItself(kit: PageKit, before: PageSize, waitMs: number): Promise<boolean> {
  const endMs = performance.now() + waitMs;
  while (performance.now() < endMs && !kit.hasGrown(before)) await kit.pause(50);
  return kit.hasGrown(before);
}

export function hasGrown(kit: PageKit, before: PageSize): boolean {
  const now = kit.size();
  return now.height > before.height || now.rows > before.rows;
}

/**
 * Some feeds wait after their end was reached, before they even ask for more. Nothing on the page shows it but the timer
 * they set: from now on those of a quarter of a second to three seconds are known until they fire. A timer that sets
 * itself again is a clock.
 */
export function watchTimers({ state }: PageKit): void {
  const { timers } = state;
  const page = globalThis as unknown as Window;
  const { setTimeout: set, clearTimeout: clear } = page;
  let isInTimer = false;
  const watched = (work: TimerHandler, delayMs = 0, ...given: unknown[]): number => {
    if (typeof work !== 'function' || delayMs < 250 || delayMs > 3_000 || isInTimer)
      return set(work, delayMs, ...given);
    const timer = set(() => {
      timers.delete(timer);
      isInTimer = true;
      try {
        work(...given);
      } finally {
        isInTimer = false;
      }
    }, delayMs);
    timers.set(timer, { delayMs, dueMs: performance.now() + delayMs });
    return timer;
  };
  page.setTimeout = watched;
  page.clearTimeout = (timer) => {
    if (timer !== undefined) timers.delete(timer);
    clear(timer);
  };
}

/** Time until the last of the page's timers fires and what it asks for is under way; 0 when none is set. */
export function timerMs({ state }: PageKit): number {
  const nowMs = performance.now();
  const left = [...state.timers.values()].map(({ dueMs }) => dueMs - nowMs);
  return left.length > 0 ? Math.max(...left, 0) + 300 : 0;
}

/** Back to where a reader begins. */
export function scrollToTop(kit: PageKit): void {
  for (const box of kit.all('*')) if (box.scrollTop > 0) box.scrollTo({ top: 0, behavior: 'instant' });
  scrollTo({ top: 0, left: 0, behavior: 'instant' });
  kit.openNotebook().move += 1;
}
