import { z } from 'zod';

/** Waits; how long or for what stands on the step itself. */
export const waitWith = z.strictObject({}, { error: 'left out' });
