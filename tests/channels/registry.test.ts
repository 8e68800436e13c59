import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../src/channels/registry.ts';
import { platformIds } from '../../src/model/platform.ts';

async function folders(): Promise<readonly string[]> {
  const entries = await readdir('src/channels', { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

describe('the registry of channels', () => {
  it('has a line for every folder, and no line without one', async () => {
    expect(adapters.map(({ id }) => id).sort()).toEqual(await folders());
  });

  it('has every platform that lastpost.yaml may name', () => {
    expect(adapters.map(({ id }) => id).sort()).toEqual([...platformIds].sort());
  });

  it('asks the website last, and Mastodon, which only guesses, just before it', () => {
    expect(adapters.map(({ id }) => id).slice(-2)).toEqual(['mastodon', 'website']);
  });

  it('finds the same parts in every folder', async () => {
    for (const folder of await folders()) {
      expect((await readdir(`src/channels/${folder}`)).sort()).toEqual(['adapter.ts', 'facts.ts', 'recognise.ts']);
    }
  });
});
