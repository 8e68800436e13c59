import type { Frame } from 'playwright-core';
import { hasMovedOn } from '../page/ask-page.ts';

const maxTries = 5;

/** Runs a function, or the text of an expression, inside a frame; when the page moves on by itself, asks again where it arrives. */
export async function askFrame<R, A>(
  frame: Frame,
  question: string | ((argument: A) => R | Promise<R>),
  argument: A,
): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await frame.evaluate(question as (argument: unknown) => unknown, argument)) as R;
    } catch (error) {
      if (!hasMovedOn(error) || tries === maxTries) throw error;
      await frame.waitForLoadState('domcontentloaded').catch(() => undefined);
    }
  }
}
