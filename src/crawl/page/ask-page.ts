import type { Page } from 'playwright-core';
import type { VisitClock } from './visit-clock.ts';

const maxTries = 5;

/**
 * Runs a function inside the page. A page that moves on by itself (a script, a refresh) takes the question with it:
 * then it is asked again where it arrives. So it is when a script that held the page was stopped while we waited.
 * @throws PageStuck when the page does not answer, as one in an endless loop
 */
export async function askPage<R, A = undefined>(
  page: Page,
  clock: VisitClock,
  question: (argument: A) => R | Promise<R>,
  argument: A,
): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await clock.within(page.evaluate(question as (argument: unknown) => unknown, argument))) as R;
    } catch (error) {
      if (!(hasMovedOn(error) || wasStopped(error)) || tries === maxTries) throw error;
      await clock.within(page.waitForLoadState('domcontentloaded').catch(() => undefined));
    }
  }
}

/** The document went away while it was asked, and another one is on its way. */
export function hasMovedOn(error: unknown): boolean {
  return error instanceof Error && /context was destroyed|navigation|Cannot find context/i.test(error.message);
}

/** The watch for stuck pages ended what ran in the page, and with it the question that was waiting there. */
export function wasStopped(error: unknown): boolean {
  return error instanceof Error && /execution was terminated/i.test(error.message);
}
