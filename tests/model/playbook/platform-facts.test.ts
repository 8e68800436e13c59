import { describe, expect, it } from 'vitest';
import { adapters } from '../../../src/channels/registry.ts';
import { factsDue } from '../../../src/model/playbook/facts-due.ts';
import type { JsonObject } from '../../../src/model/playbook/json.ts';
import { factFields, factNames, platformFacts, platformsNamed } from '../../../src/model/playbook/platform-facts.ts';

function factsOf(platform: string): Record<string, JsonObject> {
  const found = adapters.find(({ id }) => id === platform);
  if (found === undefined) throw new Error(platform);
  return platformFacts(found.name, found.facts) as Record<string, JsonObject>;
}

describe('facts about a platform, as playbooks name them', () => {
  it('say a number of days with how sure it is', () => {
    expect(factsOf('x').grace).toMatchObject({
      value: 30,
      en: '30 days (according to the platform, as of 22 November 2026)',
      de: '30 Tage (laut Plattform, Stand 22. November 2026)',
      certainty: 'high',
      checked_on: '2026-11-22',
    });
  });

  it('name all figures where sources differ, count on the greatest, and are as sure as the least sure', () => {
    expect(factsOf('facebook').grace).toMatchObject({
      value: 30,
      certainty: 'low',
      en: expect.stringMatching(/^14 or 30 days – .*\(uncertain, as of 22 November 2026\)$/),
    });
  });

  it('say what is not known, and never guess it', () => {
    expect(factsOf('telegram').grace).toMatchObject({
      value: null,
      certainty: 'unknown',
      de: expect.stringMatching(/^nicht bekannt \(gesucht am/),
      en: expect.stringMatching(/^not known \(looked for on/),
    });
  });

  it('are whole for every platform', () => {
    for (const { id } of adapters) {
      const facts = factsOf(id);
      expect(Object.keys(facts).sort(), id).toEqual([...factNames, 'name'].sort());
      for (const name of factNames) {
        expect(Object.keys(facts[name] ?? {}).sort(), `${id} ${name}`).toEqual([...factFields].sort());
        expect(facts[name]?.de, `${id} ${name}`).not.toBe('');
        expect(facts[name]?.en, `${id} ${name}`).not.toMatch(/undefined|null|\.\s*\(.*\.\s*\(/);
      }
    }
  });

  it('are due half a year after somebody looked, and those that are not known never', () => {
    const facts = { x: factsOf('x') as JsonObject, telegram: factsOf('telegram') as JsonObject };
    expect(factsDue(facts, new Date('2027-05-20T00:00:00Z'))).toEqual({});
    const due = factsDue(facts, new Date('2027-05-23T00:00:00Z'));
    expect(due.x?.grace).toBe('2026-11-22');
    expect(due.telegram?.grace).toBeUndefined();
  });

  it('are kept of the platforms that a text names', () => {
    expect(
      platformsNamed(`a \${{ facts.x.grace.en }} and \${{ facts.google-plus.name }} of \${{ inputs.facts }}`),
    ).toEqual(['x', 'google-plus']);
    expect(platformsNamed(`\${{ facts[inputs.platform].grace.en }}`)).toEqual(['*']);
  });
});
