import { z } from 'zod';
import { EXACT_DURATION_EXAMPLES, parseExactDuration } from '../base/exact-duration.ts';
import { DURATION_EXAMPLES, parseDuration, parseSize, SIZE_EXAMPLES } from '../base/quantity.ts';

/** Every message below goes on from `<key> is <value>; it must be …`. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: values.length === 1 ? `"${values[0]}"` : `one of: ${values.join(', ')}` });

export const someText = z.string({ error: 'some text' }).trim().min(1, { error: 'some text' });

export function whole(min: number, max: number) {
  const error =
    max === Number.MAX_SAFE_INTEGER ? `a whole number of ${min} or more` : `a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** Text or a bare number that `parse` turns into a value. */
export function parsed<T>(wanted: string, parse: (text: string) => T | undefined) {
  return z.union([z.string(), z.number()], { error: wanted }).transform((given, context) => {
    const value = parse(String(given));
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: wanted, input: given });
    return z.NEVER;
  });
}

export const duration = parsed(`a duration like ${DURATION_EXAMPLES}`, parseDuration);
/** Milliseconds; 0 for `never`. */
export const reuse = parsed(`never, or a duration like ${EXACT_DURATION_EXAMPLES}`, (text) =>
  text === 'never' ? 0 : parseExactDuration(text),
);
export const size = parsed(`a size like ${SIZE_EXAMPLES}`, (text) => parseSize(text) || undefined);

export const pattern = parsed('a regular expression', (text) => {
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
});

export const viewport = parsed('a window size like 1280x800', (text) => {
  const match = /^(\d{3,4})x(\d{3,4})$/i.exec(text);
  return match === null ? undefined : { width: Number(match[1]), height: Number(match[2]) };
});

export const webAddress = parsed('an address that begins with https:// or http://', (text) =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined,
);

export const yesOrNo = z.boolean({ error: 'true or false' });

export const listOf = <T extends z.ZodType>(item: T) => z.array(item, { error: 'a list' });

export const day = parsed('a day like 2026-11-22', (text) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text) ? text : undefined,
);

/** `key:` with nothing after it is null in YAML; people leave it so when they have nothing to say yet. */
export const orEmpty = <T extends z.ZodType>(schema: T, empty: unknown) =>
  z.preprocess((given) => given ?? empty, schema);
