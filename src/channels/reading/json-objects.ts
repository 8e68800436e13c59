import { asList, asObject, type JsonObject, parseJson } from './json-reader.ts';

/**
 * The outermost objects of a JSON value that are wanted, in the order of the text; what is inside of one is left to whoever
 * reads it. Platforms wrap what they serve in ever new layers, and what a post looks like changes less than they do.
 */
export function* objectsWhere(value: unknown, isWanted: (object: JsonObject) => boolean): Generator<JsonObject> {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const here = open.pop();
    if (Array.isArray(here)) {
      for (let place = here.length - 1; place >= 0; place -= 1) open.push(here[place]);
      continue;
    }
    const object = asObject(here);
    if (object === undefined) continue;
    if (isWanted(object)) yield object;
    else open.push(...Object.values(object).reverse());
  }
}

/** The first of them; undefined when there is none. */
export function objectWhere(value: unknown, isWanted: (object: JsonObject) => boolean): JsonObject | undefined {
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
