import type { Behaviour } from './behaviour.ts';
import { layerDeed } from './consent.ts';

/** "Log in to see more", "open in the app", newsletters: closed by their own button, else taken away. */
export const overlaysBehaviour: Behaviour = {
  name: 'overlays',
  stage: 'first',
  applies: ({ overlays }) => overlays > 0,
  run: async (visit) => {
    const deeds = await visit.ask('clearOverlays');
    if (deeds.length > 0) await visit.settle({ quietMs: 100, ceilingMs: 3_000 });
    return layerDeed(deeds);
  },
};
