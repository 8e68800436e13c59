import { z } from 'zod';
import { text } from '../schema/values.ts';

/** Takes a snapshot of a channel. */
export const snapshotWith = z.strictObject({
  channel: text(
    'a channel of the workspace; without it that of the steps before, or the input called channel',
  ).optional(),
});
