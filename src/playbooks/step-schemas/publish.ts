import { z } from 'zod';
import { draftNames, isOptional } from '../schema/draft-names.ts';

/** Publishes drafts that were approved. A person does it by hand, until the part that does it has come; what else it takes is free. */
export const publishWith = z.looseObject({
  drafts: draftNames
    .optional()
    .describe('drafts that go out with it: it cannot be done before they are approved as they are'),
  optional: isOptional,
});
