import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { probeTypes, stepTypes } from '../../src/model/playbook/playbook.ts';
import { stepRegistry } from '../../src/steps/registry.ts';

describe('the table of step types', () => {
  const files = readdirSync('src/steps', { withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== 'registry.ts')
    .map(({ name }) => name.replace(/\.ts$/, ''));

  it('has each type that a playbook may name, each in the file of its name', () => {
    expect([...files].sort()).toEqual([...stepTypes].sort());
    expect(Object.keys(stepRegistry).sort()).toEqual([...stepTypes].sort());
    for (const [name, type] of Object.entries(stepRegistry)) expect(type.name).toBe(name);
  });

  it('can look with exactly those that are probes', () => {
    const looking = Object.values(stepRegistry).filter(({ probe }) => probe !== undefined);
    expect(looking.map(({ name }) => name).sort()).toEqual([...probeTypes].sort());
  });
});
