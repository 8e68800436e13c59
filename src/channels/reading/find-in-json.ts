import { asObject, type JsonObject } from './json-reader.ts';

/** Deeper than any platform nests its answers; a page that goes further is not one of theirs. */
const MAX_DEPTH = 200;

/**
 * Every object that stands under one of `keys` anywhere in a value, in the order of the source. What is found is not
 * searched again: a post quoted inside a post is its reader's business.
 */
export function* findInJson(
  value: unknown,
  keys: readonly string[],
  depth = 0,
): Generator<readonly [key: string, found: JsonObject]> {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [key, inner] of Object.entries(value)) {
    const found = keys.includes(key) ? asObject(inner) : undefined;
    if (found === undefined) yield* findInJson(inner, keys, depth + 1);
    else yield [key, found];
  }
}
