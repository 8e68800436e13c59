import { bringsExport, type MishapHit } from '../../../model/run/rehearsal/mishap.ts';
import { after, nextWorkingMoment } from '../../../model/run/rehearsal/working-time.ts';
import { type Trouble, unhit } from '../play.ts';

const LATE = '12d';

/** The platform lets everybody wait for the official export. */
export function exportLate(): Trouble {
  const name = 'export-late';
  let hit: MishapHit = unhit(name);
  return {
    name,
    plan: async ({ kind, step }, at, { play: { stage } }) => {
      if (kind !== 'do' || !bringsExport(step)) return at;
      if (hit.step === null) hit = { ...hit, step, at: stage.clock.iso() };
      await stage.note(step, '', 'The official export comes 12 days later than it should.');
      return nextWorkingMoment(after(at, LATE, stage.calendar), stage.calendar);
    },
    told: () => hit,
  };
}
