import type { StepType } from '../model/run/step-type.ts';
import { byHand } from './by-hand/by-hand.ts';

/** What still points at the account is looked for by hand, until the part that does it has come. */
export const footprintStep: StepType = byHand(
  'footprint',
  'Lastpost does not look for what still points here yet: go through your sites, apps, signatures and printed matter yourself.',
);
