import { data } from '@actions/expressions';
import type { JsonValue } from '../../model/playbook/json.ts';

/** JSON as the library wants it. */
export function toData(value: JsonValue): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...(value as readonly JsonValue[]).map(toData));
  return new data.Dictionary(...Object.entries(value).map(([key, one]) => ({ key, value: toData(one) })));
}

/** The way back; a number that JSON does not know (NaN, infinity) is null. */
export function fromData(value: data.ExpressionData): JsonValue {
  if (value instanceof data.StringData || value instanceof data.BooleanData) return value.value;
  if (value instanceof data.NumberData) return Number.isFinite(value.value) ? value.value : null;
  if (value instanceof data.Array) return value.values().map(fromData);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map(({ key, value: one }) => [key, fromData(one)]));
  }
  return null;
}
