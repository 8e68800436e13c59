import { z } from 'zod';
import { text } from '../schema/values.ts';

/** Checks every byte of a channel’s newest snapshot. */
export const verifyWith = z.strictObject({
  channel: text(
    'a channel of the workspace; without it that of the steps before, or the input called channel',
  ).optional(),
});
