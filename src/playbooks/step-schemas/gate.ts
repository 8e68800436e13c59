import { z } from 'zod';
import { hasExpression } from '../expressions/split-text.ts';
import { localText, text } from '../schema/values.ts';

function inBraces(given: string): string {
  return hasExpression(given) ? given : `\${{ ${given} }}`;
}

/** Lets nothing through until all of it is true. */
export const gateWith = z.strictObject({
  require: z
    .array(
      z.strictObject({
        // Whoever fills in what stands under `with` finds an expression by its braces alone.
        that: text('an expression that has to be true').transform(inBraces),
        say: localText('what is wrong when it is not'),
      }),
      { error: 'a list of {that: expression, say: text}' },
    )
    .min(1, { error: 'a list with at least one {that: expression, say: text}' })
    .describe('all of them have to be true'),
});
