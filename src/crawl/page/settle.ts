import type { Page } from 'playwright-core';
import type { PageRecorder } from '../capture/page-recorder.ts';
import { askPage } from './ask-page.ts';
import { domQuietForMs } from './in-page.ts';
import type { VisitClock } from './visit-clock.ts';

export interface SettleOptions {
  /** The network and the elements must not have moved for this long. */
  readonly quietMs: number;
  /** Go on after this long anyway. */
  readonly ceilingMs: number;
}

/** A request open for longer than this is a live connection, not something the page waits for. */
const oldRequestMs = 15_000;
/** A page whose elements never rest (a ticker, a clock) is waited for no longer than this once the network is quiet. */
const restlessDomMs = 3_000;

/**
 * Waits until network and elements are quiet. Every wait ends at the instant the quiet would be long enough if nothing
 * moved meanwhile, so a page that is quiet already costs one question.
 * @returns false when the ceiling or the visit's budget came first
 */
export async function settle(
  page: Page,
  recorder: PageRecorder,
  clock: VisitClock,
  { quietMs, ceilingMs }: SettleOptions,
): Promise<boolean> {
  const startMs = performance.now();
  let networkQuietSinceMs: number | undefined;
  while (performance.now() - startMs < ceilingMs && !clock.isOver) {
    const network = recorder.quietForMs(oldRequestMs);
    if (network < quietMs) {
      networkQuietSinceMs = undefined;
      await clock.pause(network === 0 ? 20 : quietMs - network);
      continue;
    }
    networkQuietSinceMs ??= performance.now();
    const dom = await askPage(page, clock, domQuietForMs, undefined);
    if (dom >= quietMs || performance.now() - networkQuietSinceMs > restlessDomMs) return true;
    await clock.pause(quietMs - dom);
  }
  return false;
}
