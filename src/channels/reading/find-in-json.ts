import { asObject, type JsonObject } from './json-reader.ts';

/** Deeper than any platform nests its answers; a page that goes further is not one of theirs. */
const MAX_DEPTH = 200;

/**
 * Every object in a value that is wanted, in the order of the source. What is found is not searched again: a post quoted
 * inside a post is its reader's business.
 * @param isWanted gets the object, and the key it stands under; in a list, the list's key
 */
export function* findInJson(
  value: unknown,
  isWanted: (object: JsonObject, key: string) => boolean,
  key = '',
  depth = 0,
): Generator<JsonObject> {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* findInJson(item, isWanted, key, depth + 1);
    return;
  }
  const object = asObject(value);
  if (object === undefined) return;
  if (isWanted(object, key)) {
    yield object;
    return;
  }
  for (const [name, inner] of Object.entries(object)) yield* findInJson(inner, isWanted, name, depth + 1);
}
