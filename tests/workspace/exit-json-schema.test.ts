import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import { exitJsonSchema } from '../../src/workspace/exit-schema.ts';

interface JsonSchema {
  readonly [key: string]: unknown;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
}

const whole = exitJsonSchema() as JsonSchema;

function seen(schema: JsonSchema | undefined): JsonSchema {
  const { $ref: ref, allOf = [], ...own } = schema ?? {};
  const parts = [...allOf, ...(ref === undefined ? [] : [whole.definitions?.[ref.split('/').at(-1) ?? ''] ?? {}])];
  return Object.assign({}, ...parts.map(seen), own) as JsonSchema;
}

/** Keys of every block that nothing is said of; those of languages say it themselves. */
function undescribed(schema: JsonSchema, path = ''): readonly string[] {
  const { properties = {}, items, anyOf = [] } = seen(schema);
  const isByLanguage = 'de' in properties && 'tr' in properties;
  const own = Object.entries(isByLanguage ? {} : properties).flatMap(([name, value]) => [
    ...(typeof seen(value).description === 'string' ? [] : [`${path}${name}`]),
    ...undescribed(value, `${path}${name}.`),
  ]);
  return [...own, ...(items ? undescribed(items, `${path}*.`) : []), ...anyOf.flatMap((one) => undescribed(one, path))];
}

describe('schemas/exit.schema.json', () => {
  it('is what the schema says: write it anew with npx vitest run tests/workspace/exit-json-schema.test.ts -u', async () => {
    const text = `${JSON.stringify(exitJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schemas/exit.schema.json');
  });

  it('tells an editor what every key is, and leaves the rest of lastpost.yaml alone', () => {
    expect(undescribed(whole)).toEqual([]);
    expect(seen(whole).additionalProperties).not.toBe(false);
  });

  it('lets an exit through, and none whose form is wrong', () => {
    const isLetThrough = (value: unknown) =>
      z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;
    const demo = parse(demoExitText(new Date('2026-11-22T00:00:00Z')));
    expect(isLetThrough({ ...demo, brand: { name: 'Aurora' } })).toBe(true);
    expect(isLetThrough({ exit: null })).toBe(true);
    expect(isLetThrough({ exit: { ...demo.exit, mode: 'vanish' } })).toBe(false);
    expect(isLetThrough({ exit: { ...demo.exit, stays: { dk: 'Alt' } } })).toBe(false);
  });
});
