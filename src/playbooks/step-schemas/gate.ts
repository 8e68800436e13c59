import { z } from 'zod';
import { localText, text } from '../schema/values.ts';

/** Lets nothing through until all of it is true. */
export const gateWith = z.strictObject({
  require: z
    .array(
      z.strictObject({
        that: text('an expression that has to be true'),
        say: localText('what is wrong when it is not'),
      }),
      { error: 'a list of {that: expression, say: text}' },
    )
    .min(1, { error: 'a list with at least one {that: expression, say: text}' })
    .describe('all of them have to be true'),
});
