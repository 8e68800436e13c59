import { z } from 'zod';

/** A person does it and confirms; what they need stands on the step itself. */
export const manualWith = z.strictObject({}, { error: 'left out' });
