import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../src/channels/registry.ts';
import { platformIds } from '../../src/model/platform.ts';

/** Of each platform its own; `reading` holds what several of them read alike. */
async function folders(): Promise<readonly string[]> {
  const entries = await readdir('src/channels', { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'reading')
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
      const files = await readdir(`src/channels/${folder}`);
      expect(files).toEqual(expect.arrayContaining(['adapter.ts', 'facts.ts', 'recognise.ts']));
      // What knows where posts are found knows how they are read, and the other way round.
      expect([folder, files.includes('extract.ts')]).toEqual([folder, files.includes('seeds.ts')]);
    }
  });
});
