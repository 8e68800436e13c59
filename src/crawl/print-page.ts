import { KnownError } from '../base/known-error.ts';
import { openClosedBrowser } from './browser/closed-browser.ts';
import { findChromium } from './find-chromium.ts';

/**
 * Prints an HTML page that needs nothing else, on paper as its own style sheet says. The browser runs no script of it and
 * reaches no net.
 * @param browserPath a program on this machine; one is searched for when it is not given
 * @param otherwise what a person can do where it fails
 * @throws KnownError `browser.not-found`, `browser.will-not-start`, `print.failed`
 */
export async function printPage(
  html: string,
  browserPath: string | undefined,
  signal: AbortSignal,
  otherwise = 'Write it as HTML instead (--out FILE.html), and print that from a browser.',
): Promise<Uint8Array> {
  const found = await findChromium(browserPath);
  if (found.source === 'remote') {
    throw new KnownError('browser.not-found', 'A browser that runs elsewhere cannot print this page.', {
      hint: `Name a program on this machine with --browser PATH. ${otherwise}`,
    });
  }
  const { browser, close } = await openClosedBrowser(found.path, []);
  const stop = (): void => void close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } catch (error) {
    signal.throwIfAborted();
    throw printFailed(otherwise, error);
  } finally {
    signal.removeEventListener('abort', stop);
    await close();
  }
}

function printFailed(hint: string, cause: unknown): KnownError {
  return new KnownError('print.failed', 'The browser could not print the page.', { hint, cause });
}
