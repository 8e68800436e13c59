import { z } from 'zod';
import { oneOf, orExpression, text } from '../schema/values.ts';

/** Asks the completeness statement of a channel whether everything was kept. */
export const completeWith = z.strictObject({
  channel: text(
    'a channel of the workspace; without it that of the steps before, or the input called channel',
  ).optional(),
  accept_named_gaps: orExpression(oneOf(['no', 'one_person', 'two_people']), 'one of: no, one_person, two_people')
    .default('two_people')
    .describe('whether gaps will do that people accepted by name, and how many of them'),
});
