import { z } from 'zod';
import { isOptional } from '../schema/draft-names.ts';

/** Writes the drafts of the farewell from the facts of the exit. */
export const draftWith = z.strictObject({ optional: isOptional });
