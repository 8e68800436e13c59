import type { Frame, Page } from 'playwright-core';
import { domQuietForMs } from '../page/in-page.ts';
import { askFrame } from './ask-frame.ts';

const ceilingMs = 15_000;

/** Waits until neither the network nor a frame's elements have moved for `quietMs`, or for 15 s. */
export function watchRequests(page: Page): (frame: Frame, quietMs: number) => Promise<void> {
  const open = new Set<object>();
  let movedAtMs = performance.now();
  const moved = () => {
    movedAtMs = performance.now();
  };
  page.on('request', (request) => {
    open.add(request);
    moved();
  });
  for (const event of ['requestfinished', 'requestfailed'] as const) {
    page.on(event as 'requestfinished', (request) => {
      open.delete(request);
      moved();
    });
  }
  return async (frame, quietMs) => {
    const endMs = performance.now() + ceilingMs;
    while (performance.now() < endMs) {
      const networkMs = open.size > 0 ? 0 : performance.now() - movedAtMs;
      const sinceMs = Math.min(networkMs, await askFrame(frame, domQuietForMs, undefined));
      if (sinceMs >= quietMs) return;
      await page.waitForTimeout(Math.max(20, quietMs - sinceMs));
    }
    // What still hangs is not waited for on the next page either.
    open.clear();
  };
}
