import { z } from 'zod';

/** People approve; who and how many stands on the step itself. */
export const approvalWith = z.strictObject({}, { error: 'left out' });
