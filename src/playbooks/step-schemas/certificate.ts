import { z } from 'zod';
import { oneOf } from '../schema/values.ts';

/** Writes the certificate of the run. */
export const certificateWith = z.strictObject({
  language: oneOf(['de', 'en', 'both']).default('both').describe('the languages it is written in'),
});
