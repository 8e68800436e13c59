import type { StepType } from '../model/run/step-type.ts';
import { title } from './by-hand/by-hand.ts';

/** A time passes, or a condition comes true; the engine keeps the timer. */
export const waitStep: StepType = {
  name: 'wait',
  nature: 'timer',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (_, step) => title(step),
};
