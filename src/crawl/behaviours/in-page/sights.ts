import type { Looks, PageKit } from './page-kit.ts';

/** What lies over the page, counted; nothing is touched. */
export function lookOver(kit: PageKit): Looks {
  const over = { consent: kit.findConsent(false) ? 1 : 0, consentFrames: kit.consentFrames().length };
  return { ...over, overlays: kit.findOverlays().length, more: 0, expanders: 0, carousels: 0, media: 0 };
}

/** What there is to do over and on the page, counted; nothing is touched. */
export function look(kit: PageKit): Looks {
  return {
    ...kit.lookOver(),
    more: kit.moreButtons().length,
    expanders: kit.expanders().length,
    carousels: kit.carousels().length,
    media: kit.idleMedia().length,
  };
}

/** The first look at a page, when it has been painted. */
export async function arrive(kit: PageKit): Promise<Looks> {
  // A font that never comes must not hold the picture up for ever, and a tab that is not drawn gets no frames.
  await Promise.race([document.fonts.ready, kit.pause(3_000)]);
  await Promise.race([kit.frame(), kit.pause(200)]);
  return kit.lookOver();
}
