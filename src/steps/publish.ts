import type { StepType } from '../model/run/step-type.ts';
import { byHand } from './by-hand/by-hand.ts';

/** Posts are published by hand, until the part that does it has come. */
export const publishStep: StepType = byHand(
  'publish',
  'Lastpost does not publish yet: post the approved texts yourself, exactly as they were approved, and keep the address of each.',
);
