import { z } from 'zod';
import { duration, oneOrMany, orExpression, plainValue, text, yesOrNo } from '../schema/values.ts';

const EXIT = 'an exit code from 0 to 255';

/** Runs a program on this machine. */
export const commandWith = z.strictObject({
  run: text('the program; no shell reads it, so that pipes and variables mean nothing'),
  args: z.array(plainValue, { error: 'a list of arguments' }).optional().describe('its arguments, each as it is'),
  env: z
    .record(z.string(), plainValue, { error: 'names with their values' })
    .optional()
    .describe('what stands in its environment besides the usual; what is secret as an expression with secrets.NAME'),
  folder: text('where it begins, below the folder of the workspace').optional(),
  expect_exit: oneOrMany(
    orExpression(z.int({ error: EXIT }).min(0, { error: EXIT }).max(255, { error: EXIT }), EXIT),
    EXIT,
  )
    .default(0)
    .describe('the exit codes that mean success'),
  timeout: duration('how long it may run').default('10m'),
  idempotent: orExpression(yesOrNo, 'true or false')
    .default(false)
    .describe('running it twice does no more than running it once'),
});
