import type { Behaviour } from './behaviour.ts';

/** Carousels: each slide is shown once, so that its picture loads and its words are read. */
export const carouselBehaviour: Behaviour = {
  name: 'carousel',
  stage: 'then',
  applies: ({ carousels }) => carousels > 0,
  run: async (visit) => {
    const slides = await visit.ask('showSlides');
    await visit.settle({ quietMs: 150, ceilingMs: 10_000 });
    return { counts: { slide: slides } };
  },
};
