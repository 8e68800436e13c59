import type { StepType } from '../model/run/step-type.ts';
import { byHand } from './by-hand/by-hand.ts';

/** A person does it and confirms. */
export const manualStep: StepType = byHand('manual', null);
