import type { Behaviour } from './behaviour.ts';

/** Sound and film play for a moment, muted, so that a player which loads only then does. */
export const mediaBehaviour: Behaviour = {
  name: 'media',
  stage: 'then',
  applies: ({ media }) => media > 0,
  run: async (visit) => {
    const players = await visit.ask('startMedia');
    await visit.settle({ quietMs: 150, ceilingMs: 5_000 });
    return { counts: { player: players } };
  },
};
