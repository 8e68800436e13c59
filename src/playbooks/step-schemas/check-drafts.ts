import { z } from 'zod';
import { draftNames, isOptional } from '../schema/draft-names.ts';

/** Waits until drafts are there as the facts have them, fit the places that they are for, and are approved as they are. */
export const checkDraftsWith = z.strictObject({
  drafts: draftNames.optional().describe('kinds of draft, or single ones; without it all that go out on a day'),
  optional: isOptional,
});
