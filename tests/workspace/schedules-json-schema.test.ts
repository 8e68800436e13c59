import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schedulesJsonSchema } from '../../src/workspace/schedule-schema.ts';

describe('schemas/schedules.schema.json', () => {
  it('is what the schema says: write it anew with npx vitest run tests/workspace/schedules-json-schema.test.ts -u', async () => {
    const text = `${JSON.stringify(schedulesJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../schemas/schedules.schema.json');
  });

  it('lets a schedule through, and none with a key that nobody knows', () => {
    const schema = z.fromJSONSchema(schedulesJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const isLetThrough = (schedule: object) => schema.safeParse({ brand: {}, schedules: [schedule] }).success;
    const daily = { id: 'daily', channels: ['blog'], cron: '0 3 * * *' };
    expect(isLetThrough(daily)).toBe(true);
    expect(isLetThrough({ ...daily, denser: [{ from: '30d', every: '6h' }], notify: { on: ['gap'] } })).toBe(true);
    expect(isLetThrough({ ...daily, chanels: [] })).toBe(false);
    expect(isLetThrough({ ...daily, missed: 'never' })).toBe(false);
  });
});
