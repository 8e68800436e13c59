import type { z } from 'zod';

/** As much of a schema's inside as is looked at. */
interface Inside {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function inside(schema: z.ZodType): Inside {
  return schema.def as unknown as Inside;
}

/** The schemas that a value may follow: of a union all of its branches, of a default what is behind it. */
function branches(schema: z.ZodType): readonly z.ZodType[] {
  const { innerType, options } = inside(schema);
  if (innerType !== undefined) return branches(innerType);
  return options === undefined ? [schema] : options.flatMap(branches);
}

function below(schema: z.ZodType, part: PropertyKey): readonly z.ZodType[] {
  const { shape, element, valueType } = inside(schema);
  if (typeof part === 'number') return element === undefined ? [] : [element];
  const field = shape?.[String(part)] ?? valueType;
  return field === undefined ? [] : [field];
}

/** The fields that may stand at `path` below a schema; [] where any may, or none. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let level = branches(schema);
  for (const part of path) level = level.flatMap((one) => below(one, part)).flatMap(branches);
  return [...new Set(level.flatMap((one) => Object.keys(inside(one).shape ?? {})))];
}
