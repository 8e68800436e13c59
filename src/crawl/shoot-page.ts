import type { Browser, Page } from 'playwright-core';
import { KnownError } from '../base/known-error.ts';
import { openClosedBrowser } from './browser/closed-browser.ts';
import { findChromium } from './find-chromium.ts';
import { type FitReport, fitText } from './fit-text.ts';

/** In CSS pixels, each of which is one of the picture. */
export interface ShotSize {
  readonly width: number;
  readonly height: number;
}

export interface Shot extends FitReport {
  /** The page with the sizes that its texts have come to. */
  readonly html: string;
  /** PNG of exactly that size; null where something does not fit or cannot be drawn. */
  readonly png: Uint8Array | null;
}

/** A browser that draws one page after another. */
export interface Shooter {
  /** Fits the texts of a page that needs nothing else into their places, and takes its picture. Runs no script of it. */
  shoot(html: string, size: ShotSize): Promise<Shot>;
  close(): Promise<void>;
}

/**
 * Opens a browser for pictures of our own pages. It reaches no net.
 * @param browserPath a program on this machine; one is searched for when it is not given
 * @throws KnownError `browser.not-found`, `browser.will-not-start`; of shooting `shoot.failed`
 */
export async function openShooter(browserPath: string | undefined, signal: AbortSignal): Promise<Shooter> {
  const found = await findChromium(browserPath);
  if (found.source === 'remote') {
    throw new KnownError('browser.not-found', 'A browser that runs elsewhere cannot draw this page.', {
      hint: 'Name a program on this machine with --browser PATH.',
    });
  }
  const { browser, close } = await openClosedBrowser(found.path, []);
  const stop = (): void => void close();
  signal.addEventListener('abort', stop, { once: true });
  return {
    shoot: async (html, size) => {
      try {
        signal.throwIfAborted();
        return await shootTwice(browser, html, size);
      } catch (error) {
        signal.throwIfAborted();
        throw shootFailed(error);
      }
    },
    close: async () => {
      signal.removeEventListener('abort', stop);
      await close();
    },
  };
}

/** A busy machine sometimes has no picture to give ("Unable to capture screenshot"), and has it a moment later. */
async function shootTwice(browser: Browser, html: string, size: ShotSize): Promise<Shot> {
  try {
    return await shootIn(browser, html, size);
  } catch (error) {
    if (!browser.isConnected()) throw error;
    return shootIn(browser, html, size);
  }
}

async function shootIn(browser: Browser, html: string, viewport: ShotSize): Promise<Shot> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1, javaScriptEnabled: false });
  try {
    await page.setContent(html, { waitUntil: 'load' });
    const report = await fitIn(page);
    const isWhole = report.misfits.length + report.undrawn.length === 0;
    const png = isWhole ? await page.screenshot({ type: 'png', animations: 'disabled' }) : null;
    return { ...report, html: await page.content(), png };
  } finally {
    await page.close();
  }
}

/** Compilers may wrap functions in a `__name` that a page does not have. */
function fitIn(page: Page): Promise<FitReport> {
  return page.evaluate(`(() => { const __name = (it) => it; return (${fitText.toString()})(); })()`);
}

function shootFailed(cause: unknown): KnownError {
  const hint = 'Try again, or name another browser with --browser PATH.';
  return new KnownError('shoot.failed', 'The browser could not draw the page.', { hint, cause });
}
