import { z } from 'zod';

/** Every message below goes on from `<field> is <value>; it must be …`. */
export const TEXT = 'some text';
export const DURATION = 'a duration like 30m, 24h or 14d';
export const DATE = 'a day like 2026-12-31, or reckoned from one: last_day - 31d';

export function text(description: string) {
  return z.string({ error: TEXT }).min(1, { error: TEXT }).describe(description);
}

/** Something else than text, or an expression that will be it. */
export function orExpression<Schema extends z.ZodType>(schema: Schema, wanted: string) {
  const error = `${wanted}, or an expression`;
  return z.union([schema, z.string({ error }).regex(/\$\{\{[\s\S]*\}\}/, { error })], { error });
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of: ${values.join(', ')}` });
}

export function wholeNumber(least: number) {
  const error = `a whole number of ${least} or more`;
  return z.int({ error }).min(least, { error });
}

export const yesOrNo = z.boolean({ error: 'true or false' });

/** Whether it is one, the lint says. */
export function duration(description: string) {
  return z.string({ error: DURATION }).min(1, { error: DURATION }).describe(description);
}

export function date(description: string) {
  return z.string({ error: DATE }).min(1, { error: DATE }).describe(description);
}

const LOCAL = 'some text, or the same in two languages: {en: …, de: …}';

/** A text once, or in German and English. */
export function localText(description: string) {
  const one = z.string({ error: TEXT }).min(1, { error: TEXT });
  const both = z
    .strictObject({ en: one.optional().describe('in English'), de: one.optional().describe('auf Deutsch') })
    .refine(({ en, de }) => en !== undefined || de !== undefined, { error: LOCAL });
  return z.union([one, both], { error: LOCAL }).describe(description);
}

/** One thing, or a list of them. */
export function oneOrMany<Schema extends z.ZodType>(schema: Schema, wanted: string) {
  return z.union([schema, z.array(schema).min(1)], { error: `${wanted}, or a list of them` });
}

/**
 * What steps, inputs and secrets are called. Two underscores never follow each other, so that evidence of `a/b` has a folder
 * `a__b` of its own; `constructor` is something that every object has.
 */
const NAME = 'lower-case letters and digits with single _ or - between them, beginning with a letter';
export const namePattern = /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/;
export const reservedNames: readonly string[] = [
  'inputs',
  'steps',
  'run',
  'facts',
  'channels',
  'secrets',
  'true',
  'false',
  'null',
  'constructor',
];

export function name(description: string) {
  return z
    .string({ error: NAME })
    .max(63, { error: '63 letters or fewer' })
    .regex(namePattern, { error: NAME })
    .refine((given) => !reservedNames.includes(given), {
      error: `another word: ${reservedNames.join(', ')} mean something`,
    })
    .describe(description);
}

/** What a program is given: text, or what is written as one. */
export const plainValue = z.union([z.string(), z.number(), z.boolean()], { error: TEXT });

/** Any values by name; what they may be, something else says. */
export const anything = z.record(z.string(), z.json(), { error: 'a block of keys' });
