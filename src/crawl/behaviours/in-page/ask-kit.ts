import type { Frame, Page } from 'playwright-core';
import { hasMovedOn, wasStopped } from '../../page/ask-page.ts';
import type { VisitClock } from '../../page/visit-clock.ts';
import { installKit } from './install-kit.ts';
import { kitKey, type PageKit } from './page-kit.ts';

type Methods = {
  [Name in keyof PageKit as PageKit[Name] extends (...given: never[]) => unknown ? Name : never]: PageKit[Name];
};
type Given<Name extends keyof Methods> = Parameters<Methods[Name]>;
type Answer<Name extends keyof Methods> = Awaited<ReturnType<Methods[Name]>>;

const maxTries = 5;

/**
 * Calls one function of the kit in a page or a frame of it. A document that is new gets the kit first; one that goes
 * away meanwhile is asked again where it arrives.
 * @throws PageStuck when the page does not answer
 */
export async function askKit<Name extends keyof Methods>(
  place: Page | Frame,
  clock: VisitClock,
  name: Name,
  ...given: Given<Name>
): Promise<Answer<Name>> {
  const asking = (kit: string) =>
    `(async () => { const kit = ${kit}; return kit ? { value: await kit.${name}(...${JSON.stringify(given)}) } : undefined; })()`;
  // A fresh document needs the script once, with its first question; after that a question is a few bytes.
  let asked = name === 'arrive' ? asking(installKit) : asking(`globalThis[Symbol.for(${JSON.stringify(kitKey)})]`);
  for (let tries = 1; ; tries += 1) {
    try {
      const told = (await clock.within(place.evaluate(asked))) as { value: Answer<Name> } | undefined;
      if (told) return told.value;
      asked = asking(installKit);
    } catch (error) {
      if (!(hasMovedOn(error) || wasStopped(error)) || tries >= maxTries) throw error;
      asked = asking(installKit);
      await clock.within(place.waitForLoadState('domcontentloaded').catch(() => undefined));
    }
  }
}

/** `askKit` for one document. */
export type Ask = <Name extends keyof Methods>(name: Name, ...given: Given<Name>) => Promise<Answer<Name>>;
