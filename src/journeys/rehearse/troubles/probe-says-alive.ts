import type { MishapHit } from '../../../model/run/rehearsal/mishap.ts';
import { whys } from '../../../model/run/rehearsal/why.ts';
import { after, nextWorkingMoment } from '../../../model/run/rehearsal/working-time.ts';
import { type Play, type Trouble, unhit } from '../play.ts';

const LOOKED_AFTER = '2d';

/** What was ended still answers. The doubt is the engine's own: two people look, and it is done once more. */
export function probeSaysAlive(): Trouble {
  const name = 'probe-says-alive';
  let hit: MishapHit = unhit(name);
  let isAlive = true;
  const strike = (step: string, { stage }: Play): void => {
    if (hit.step === null) hit = { ...hit, step, at: stage.clock.iso() };
  };
  const isTarget = (step: string, { stage }: Play): boolean => {
    if (hit.step !== null) return hit.step === step;
    return stage.plan.steps.some(({ id, irreversible, probe }) => id === step && irreversible && probe !== null);
  };
  return {
    name,
    failureOf: (step, _before, play) => {
      if (!isAlive || !isTarget(step, play)) return null;
      strike(step, play);
      return whys.unclear.en;
    },
    probe: (step, play) => {
      if (!isAlive || !isTarget(step, play)) return null;
      if (!play.done.has(step) && hit.step === null) return null;
      strike(step, play);
      return { says: 'not-done', because: 'The page is still there.' };
    },
    plan: async ({ kind, step }, at, { play: { stage } }) => {
      if (kind !== 'doubt' || hit.step !== step || !isAlive) return at;
      await stage.note(step, '', 'The probe says that it is still there.');
      const looked = nextWorkingMoment(after(stage.clock.iso(), LOOKED_AFTER, stage.calendar), stage.calendar);
      return [looked, at].toSorted().at(-1) ?? at;
    },
    settled: (step) => {
      if (hit.step === step) isAlive = false;
    },
    told: () => hit,
  };
}
