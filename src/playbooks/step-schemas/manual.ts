import { z } from 'zod';
import { draftNames, isOptional } from '../schema/draft-names.ts';

const goOut = draftNames
  .optional()
  .describe('drafts that go out with it: it cannot be done before they are approved as they are');

/** A person does it and confirms; what they need stands on the step itself. */
export const manualWith = z.strictObject({ drafts: goOut, optional: isOptional });
