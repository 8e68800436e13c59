import type { Behaviour, BehaviourVisit, Deed } from './behaviour.ts';
import type { PageSize, ScrollSight } from './in-page/page-kit.ts';

const stepsAtOnce = 60;
/** How long the end is watched: a page that loads more does so after a pause of its own, 100 to 300 ms as a rule. */
const quietMs = 300;
/** On a busy machine a page may not even have noticed by then that its end is in sight: it gets this much of its own time. */
const leastPatienceMs = 250;
/** A page that has grown once, if only by its pictures, may grow again later still. */
const grownPatienceMs = 700;
/** Where something speaks for more to come, it may take its time before it even asks. */
const feedPatienceMs = 3_000;
/** A spinner in sight promises more than that. One that never ends must not hold the visit up for good. */
const busyPatienceMs = 6_000;
const roundCeilingMs = 10_000;

/** Scrolls all that scrolls until nothing grows any more, so that lazy pictures and feeds load, down to the last item. */
export const scrollBehaviour: Behaviour = {
  name: 'scroll',
  stage: 'scroll',
  applies: () => true,
  run: scrollToEnd,
};

interface Watch {
  last: PageSize | undefined;
  /** The end has been reached, told and watched once. */
  wasTold: boolean;
  hasGrown: boolean;
  isFeed: boolean;
  screens: number;
}

/** Scrolls on from where the page is. A visit whose time is up stops where it is, and says how far it came. */
export async function scrollToEnd(visit: BehaviourVisit): Promise<Deed> {
  const watch: Watch = { last: undefined, wasTold: false, hasGrown: false, isFeed: false, screens: 0 };
  while (!visit.clock.isOver) {
    const seen = await visit.ask('scrollOn', stepsAtOnce, watch.wasTold);
    watch.screens += seen.screens;
    if (!seen.atEnd) {
      if (seen.isVirtual) await visit.settle({ quietMs: 80, ceilingMs: 3_000 });
      continue;
    }
    if (await isTheEnd(visit, seen, watch)) return { ...counted(watch, seen.size), looks: seen.looks };
  }
  const stood = watch.hasGrown ? 'still growing' : 'not at its end';
  return { ...counted(watch, watch.last), cutOff: stood };
}

async function isTheEnd(visit: BehaviourVisit, seen: ScrollSight, watch: Watch): Promise<boolean> {
  const { last } = watch;
  const grew = last !== undefined && isLarger(seen.size, last);
  const isSame = last !== undefined && !grew;
  // Pictures that push the page down are no feed; elements that were not there before are.
  if (grew && seen.size.elements + seen.size.rows > last.elements + last.rows) watch.isFeed = true;
  watch.hasGrown ||= grew;
  watch.last = seen.size;
  if (isSame && watch.wasTold) return !(await growsLate(visit, seen, watch));
  watch.wasTold = !grew;
  if (watch.wasTold) await visit.atEnd();
  await visit.settle({ quietMs, ceilingMs: roundCeilingMs });
  return false;
}

/**
 * Watches the end a while longer where something speaks for more.
 * @returns true also when the visit's time was over before: then nobody knows
 */
async function growsLate(visit: BehaviourVisit, seen: ScrollSight, watch: Watch): Promise<boolean> {
  const patienceMs = patience(seen, watch);
  if (patienceMs === 0) return visit.ask('growsByItself', seen.size, leastPatienceMs);
  if (await visit.ask('awaitGrowth', seen.size, Math.min(patienceMs, visit.clock.leftMs))) return true;
  if (visit.clock.isOver) return true;
  // What was asked for in the last moment may still be on its way.
  await visit.settle({ quietMs: 150, ceilingMs: roundCeilingMs });
  return visit.ask('hasGrown', seen.size);
}

function patience({ sign, timerMs }: ScrollSight, { isFeed, hasGrown }: Watch): number {
  if (sign === 'busy') return busyPatienceMs;
  if (sign === 'over') return timerMs;
  return Math.max(sign === 'feed' || isFeed ? feedPatienceMs : 0, hasGrown ? grownPatienceMs : 0, timerMs);
}

function isLarger(now: PageSize, before: PageSize): boolean {
  return now.height > before.height || now.rows > before.rows;
}

function counted({ screens, hasGrown }: Watch, size: PageSize | undefined): Deed {
  const items = hasGrown ? (size?.rows ?? 0) : 0;
  return { counts: { ...(items > 0 ? { item: items } : {}), screen: screens } };
}
