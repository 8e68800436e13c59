import type { Behaviour } from './behaviour.ts';
import { carouselBehaviour } from './carousel.ts';
import { consentBehaviour } from './consent.ts';
import { expandBehaviour } from './expand.ts';
import { loadMoreBehaviour } from './load-more.ts';
import { mediaBehaviour } from './media.ts';
import { overlaysBehaviour } from './overlays.ts';
import { scrollBehaviour } from './scroll.ts';
import { userScriptsBehaviour } from './user-scripts.ts';

/**
 * Every behaviour, in the order in which they work: first what lies over the page goes, then the page is scrolled, then
 * people's own scripts, then what is folded up is opened before more is loaded, since a thread may have its own button.
 */
export const behaviours: readonly Behaviour[] = [
  consentBehaviour,
  overlaysBehaviour,
  scrollBehaviour,
  userScriptsBehaviour,
  expandBehaviour,
  loadMoreBehaviour,
  carouselBehaviour,
  mediaBehaviour,
];
