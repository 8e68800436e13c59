import type { StepType } from '../model/run/step-type.ts';
import { title } from './by-hand/by-hand.ts';

/** People approve exactly what the step binds; who may, and how many have to, is the engine's to count. */
export const approvalStep: StepType = {
  name: 'approval',
  nature: 'approval',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (_, step) => title(step),
};
