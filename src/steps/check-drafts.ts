import type { StepType } from '../model/run/step-type.ts';
import { byHand } from './by-hand/by-hand.ts';

/** The drafts are checked by hand, until the part that does it has come. */
export const checkDraftsStep: StepType = byHand(
  'check-drafts',
  'Lastpost does not check drafts yet: hold each text against the limits that "lastpost channel show" gives for its platform.',
);
