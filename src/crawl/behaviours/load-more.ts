import type { Behaviour, BehaviourVisit, Deed } from './behaviour.ts';
import type { PageSize } from './in-page/page-kit.ts';

/** How long a button has to bring something. */
const patienceMs = 3_000;
/** A thousand times is a button that adds the same again and again. */
const maxClicks = 1_000;

type Brought = 'more' | 'nothing' | 'less';

/** "Load more", "show more", "next": pressed again and again until the button is gone or brings nothing. */
export const loadMoreBehaviour: Behaviour = {
  name: 'load-more',
  stage: 'then',
  applies: ({ more }) => more > 0,
  run: async (visit) => {
    let clicks = 0;
    let items = 0;
    let last: Brought = 'more';
    const told = (): Deed => ({
      counts: { click: clicks, ...(items > 0 ? { item: items } : {}) },
      hasChanged: clicks > 0,
    });
    while (clicks < maxClicks && !visit.clock.isOver) {
      const before = await visit.ask('size');
      if ((await visit.ask('pressMore', last)) === '') return told();
      last = await brings(visit, before);
      if (last !== 'more') continue;
      clicks += 1;
      // What has come is passed screen by screen: the next press would jump over it.
      const { size } = await visit.ask('scrollOn', 20, false);
      items = Math.max(items, size.rows);
    }
    return { ...told(), cutOff: 'the button was still there' };
  },
};

async function brings(visit: BehaviourVisit, before: PageSize): Promise<Brought> {
  await visit.settle({ quietMs: 150, ceilingMs: 10_000 });
  const now = await visit.ask('size');
  if (now.rows > before.rows || now.elements > before.elements || now.height > before.height) return 'more';
  if (now.height < before.height) return 'less';
  const grew = await visit.ask('awaitGrowth', before, Math.min(patienceMs, visit.clock.leftMs));
  return grew ? 'more' : 'nothing';
}
