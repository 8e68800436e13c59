import { asObject, asText, type JsonObject } from '../reading/json-reader.ts';

/** The answer's own table: everything that others only name, by its name. */
export type Included = ReadonlyMap<string, JsonObject>;

/** What stands in a field, or what the field with a star before its name points to. */
export function follow(object: JsonObject | undefined, name: string, included: Included): JsonObject | undefined {
  return asObject(object?.[name]) ?? included.get(asText(object?.[`*${name}`]) ?? '');
}
