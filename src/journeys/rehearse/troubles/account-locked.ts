import type { MishapHit } from '../../../model/run/rehearsal/mishap.ts';
import { whys } from '../../../model/run/rehearsal/why.ts';
import { after, afterWork, nextWorkingMoment } from '../../../model/run/rehearsal/working-time.ts';
import type { RunPlan } from '../../../model/run/run-plan.ts';
import type { Errand } from '../errands.ts';
import { type Play, type Scene, type Trouble, unhit } from '../play.ts';
import { whoDoes } from '../who-does.ts';

const LOCKED = '3wd';
const SOME_MINUTES = 30;

/** Whoever is to press the button cannot log in, and is let in three working days later. */
export function accountLocked(): Trouble {
  const name = 'account-locked';
  let hit: MishapHit = unhit(name);
  let opensAt = '';
  const strike = (step: string, who: string | null, { stage }: Play): void => {
    opensAt = nextWorkingMoment(after(stage.clock.iso(), LOCKED, stage.calendar), stage.calendar);
    hit = { ...hit, step, at: stage.clock.iso(), who, end: 'in-time' };
  };
  const shutOut = async (errand: Errand, { state, step, play }: Scene): Promise<string> => {
    const id = whoDoes(errand, state, step, play.stage);
    const who = play.stage.people().find((one) => one.id === id)?.name ?? null;
    strike(errand.step, who, play);
    await play.stage.note(errand.step, id ?? '', `${who ?? 'Somebody'} cannot log in until ${opensAt}.`);
    return opensAt;
  };
  return {
    name,
    plan: async (errand, at, scene) => {
      const { kind, step } = errand;
      if (hit.step === null) {
        const isButton = kind === 'report' && scene.step.plan.irreversible;
        const isInPlace = kind === 'do' && step === withoutNoReturn(scene.state.plan);
        return isButton || isInPlace ? shutOut(errand, scene) : at;
      }
      if (hit.step !== step || kind !== 'doubt' || at >= opensAt) return at;
      hit = { ...hit, end: 'release-over' };
      return afterWork(opensAt, SOME_MINUTES, scene.play.stage.calendar);
    },
    failureOf: (step, _before, play) => {
      const isButton = play.stage.plan.steps.some(({ id, irreversible }) => id === step && irreversible);
      if (!isButton || hit.step !== null) return null;
      strike(step, null, play);
      return whys.shutOut.en;
    },
    told: () => hit,
  };
}

const handTypes: readonly string[] = ['manual', 'publish', 'footprint'];

/** Where nothing is irreversible: the first step done by hand in a channel, else the last one done by hand. */
function withoutNoReturn({ steps }: RunPlan): string | undefined {
  if (steps.some(({ irreversible }) => irreversible)) return undefined;
  const byHand = steps.filter(({ type }) => handTypes.includes(type));
  return (byHand.find(({ channel }) => channel !== null) ?? byHand.at(-1))?.id;
}
