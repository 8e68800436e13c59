import type { BrowserContext } from 'playwright-core';

/** A browser that neither does it nor dies by then is of no use either. */
const mostMs = 60_000;

/**
 * Waits for something of the browser's, and no longer than there is a browser: what is asked of one that dies at that
 * very moment (a new tab) may be answered never.
 * @throws what the work throws, or that the browser has been closed
 */
export async function unlessClosed<T>(context: BrowserContext, work: Promise<T>): Promise<T> {
  let giveUp = (): void => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new Error('The browser has been closed.'));
  });
  context.once('close', giveUp);
  const timer = setTimeout(giveUp, mostMs);
  try {
    return await Promise.race([work, gone]);
  } finally {
    clearTimeout(timer);
    context.off('close', giveUp);
  }
}
