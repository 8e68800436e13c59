import { asList, asObject, type JsonObject, parseJson } from './json-reader.ts';

/** @param key what the object stands under; in a list, what the list stands under; '' for the value itself */
export type IsWanted = (object: JsonObject, key: string) => boolean;

/**
 * The outermost objects of a JSON value that are wanted, in the order of the text; what is inside of one is left to whoever
 * reads it. Platforms wrap what they serve in ever new layers, and what a post looks like changes less than they do.
 */
export function* objectsWhere(value: unknown, isWanted: IsWanted): Generator<JsonObject> {
  const open: (readonly [key: string, value: unknown])[] = [['', value]];
  while (open.length > 0) {
    const [key, here] = open.pop() ?? ['', undefined];
    if (Array.isArray(here)) {
      for (let place = here.length - 1; place >= 0; place -= 1) open.push([key, here[place]]);
      continue;
    }
    const object = asObject(here);
    if (object === undefined) continue;
    if (isWanted(object, key)) yield object;
    else for (const entry of Object.entries(object).reverse()) open.push(entry);
  }
}

/** The first of them; undefined when there is none. */
export function objectWhere(value: unknown, isWanted: IsWanted): JsonObject | undefined {
  return objectsWhere(value, isWanted).next().value ?? undefined;
}

/** The objects of a list, without what else stands there; [] for whatever is no list. */
export function objectsOf(list: unknown): readonly JsonObject[] {
  return asList(list)
    .map(asObject)
    .filter((object) => object !== undefined);
}

/**
 * The JSON documents of a body: one as a rule, one a line where a platform sends them as they become ready (Meta), with
 * the `for (;;);` taken off that some put before them. What is no JSON is left out.
 */
export function jsonDocuments(text: string): readonly unknown[] {
  const bare = text.replace(/^\uFEFF?\s*(?:for\s*\(;;\);|\)\]\}',?|while\(1\);)?/, '');
  const whole = parseJson(bare);
  if (whole !== undefined) return [whole];
  return bare
    .split('\n')
    .map((line) => (line.trim() === '' ? undefined : parseJson(line)))
    .filter((value) => value !== undefined);
}
