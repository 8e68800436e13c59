import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { stepTypes } from '../../src/model/playbook/playbook.ts';
import { playbookJsonSchema } from '../../src/playbooks/schema/playbook-schema.ts';
import { stepSchemas } from '../../src/playbooks/step-schemas.ts';

describe('the schemas of the steps', () => {
  it('are one file a type, and no type is forgotten', async () => {
    const files = (await readdir('src/playbooks/step-schemas')).map((name) => name.replace(/\.ts$/, '')).sort();
    expect(Object.keys(stepSchemas).sort()).toEqual(files);
    expect(files).toEqual([...stepTypes].sort());
  });
});

interface JsonSchema {
  readonly [key: string]: unknown;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
}

const whole = playbookJsonSchema() as JsonSchema;

/** What a schema says with all that it refers to. */
function seen(schema: JsonSchema | undefined): JsonSchema {
  const { $ref: ref, allOf = [], ...own } = schema ?? {};
  const parts = [...allOf, ...(ref === undefined ? [] : [whole.definitions?.[ref.split('/').at(-1) ?? ''] ?? {}])];
  return Object.assign({}, ...parts.map(seen), own) as JsonSchema;
}

const undescribed = ({ properties = {} }: JsonSchema) =>
  Object.keys(properties).filter((name) => typeof seen(properties[name]).description !== 'string');

describe('schemas/playbook.schema.json', () => {
  it('is what the schema says: write it anew with npx vitest run tests/playbooks/schema.test.ts -u', async () => {
    const text = `${JSON.stringify(playbookJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schemas/playbook.schema.json');
  });

  it('tells an editor what every field is, what can stand there and what holds when it is left out', () => {
    expect(undescribed(whole)).toEqual([]);
    const [fixed, chosen] = (seen(whole.properties?.mode).anyOf ?? []).map(seen);
    expect(fixed).toMatchObject({ enum: ['freeze', 'redirect', 'delete'] });
    expect(chosen?.pattern).toContain('inputs');
    const steps = (seen(seen(whole.properties?.steps).items).anyOf ?? []).map(seen);
    expect(steps).toHaveLength(stepTypes.length + 1);
    for (const step of steps) {
      expect(undescribed(step)).toEqual([]);
      expect(step.additionalProperties).toBe(false);
    }
    const http = steps.find(({ properties }) => seen(properties?.type).const === 'http');
    const inWith = seen(http?.properties?.with).properties;
    expect(seen(inWith?.method)).toMatchObject({ default: 'GET', description: 'how it is asked' });
    expect(seen(inWith?.timeout)).toMatchObject({ default: '30s' });
    expect(undescribed(seen(http?.properties?.with))).toEqual([]);
  });

  it('lets the examples through, and none whose form is wrong', async () => {
    const readBack = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]);
    const isLetThrough = async (name: string) =>
      readBack.safeParse(parse(await readFile(`tests/fixtures/playbooks/${name}.yaml`, 'utf8'))).success;
    for (const name of ['leave-x', 'every-step', 'bad/cycle'])
      expect([name, await isLetThrough(name)]).toEqual([name, true]);
    for (const name of ['unknown-field', 'missing-field', 'wrong-value', 'unknown-type']) {
      expect([name, await isLetThrough(`bad/${name}`)]).toEqual([name, false]);
    }
  });

  it('is named by the playbooks that come along and by the examples, where it lies from there', async () => {
    for (const name of ['leave-x', 'every-step']) {
      const text = await readFile(`tests/fixtures/playbooks/${name}.yaml`, 'utf8');
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../../schemas/playbook.schema.json');
      expect(parse(text)).toMatchObject({ apiVersion: 'playbook/v1' });
    }
  });
});
