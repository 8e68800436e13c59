import { z } from 'zod';
import { type KeepRules, noKeepRules } from '../model/retention/keep-rules.ts';

const COUNT = 'a whole number from 0 to 10000';

const count = z.int({ error: COUNT }).min(0, { error: COUNT }).max(10_000, { error: COUNT }).optional();

export const keepShape = { last: count, daily: count, weekly: count, monthly: count, yearly: count };

/** `keep:` under `archive:` or a channel: which snapshots stay when somebody prunes. */
export const keepSchema = z.strictObject(keepShape, {
  error: 'how many to keep, like {last: 7, daily: 30, weekly: 12, monthly: 24, yearly: 10}',
});

export function toKeepRules(keep: z.output<typeof keepSchema>): KeepRules {
  const given = Object.entries(keep).filter(([, value]) => value !== undefined);
  return { ...noKeepRules, ...Object.fromEntries(given) };
}
