import { z } from 'zod';
import { localText, oneOrMany, orExpression, text } from '../schema/values.ts';

const POINTS = 'a number of points, 0 or more';
const points = z.number({ error: POINTS }).min(0, { error: POINTS });

/** Counts what people answered in the steps before it. */
export const scoreWith = z.strictObject({
  points: z
    .record(z.string(), points, { error: 'answers, each with its points' })
    .refine((given) => Object.keys(given).length > 0, { error: 'at least one answer with its points' })
    .describe('how many points each answer is worth'),
  of: oneOrMany(text('the id of a step'), 'the id of a step')
    .optional()
    .describe('the steps whose answers count; without it all before it that have one'),
  gaps: z
    .record(z.string(), localText('what to do'), { error: 'steps, each with what to do' })
    .optional()
    .describe('by step: what to do where its answer is not worth all points'),
  pass: orExpression(points, POINTS).optional().describe('so many points are enough; without it only all of them are'),
});
