import type { Behaviour } from './behaviour.ts';

const atOnce = 200;

/** "Read more", replies and comments, details, panels of accordions: each opened once. */
export const expandBehaviour: Behaviour = {
  name: 'expand',
  stage: 'then',
  applies: ({ expanders }) => expanders > 0,
  run: async (visit) => {
    const opened = await visit.ask('expandAll', atOnce);
    await visit.settle({ quietMs: 150, ceilingMs: 10_000 });
    return { counts: { panel: opened }, hasChanged: opened > 0 };
  },
};
