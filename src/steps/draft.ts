import type { StepType } from '../model/run/step-type.ts';
import { byHand } from './by-hand/by-hand.ts';

/** The farewell posts are written by hand, until the part that drafts them has come. */
export const draftStep: StepType = byHand(
  'draft',
  'Lastpost does not write drafts yet: write the farewell posts yourself, and attach them as evidence.',
);
