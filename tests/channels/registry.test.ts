import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../src/channels/registry.ts';
import { platformIds } from '../../src/model/platform.ts';

/** Each platform's own; what has no adapter and no platform's name is shared by several. */
async function folders(): Promise<readonly string[]> {
  const entries = await readdir('src/channels', { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter(
      (name) => existsSync(`src/channels/${name}/adapter.ts`) || (platformIds as readonly string[]).includes(name),
    )
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
      // Who reads posts says where they are found.
      if (files.includes('extract.ts')) expect([folder, files]).toEqual([folder, expect.arrayContaining(['seeds.ts'])]);
    }
  });

  it('has a site of our own for every platform that still answers, which the snapshot contract is held against', async () => {
    const sites = await readdir('tests/fixtures/sites', { withFileTypes: true });
    const answering = adapters.filter(({ facts }) => facts.publicAccess.value?.level !== 'gone');
    expect(
      sites
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(answering.map(({ id }) => id).sort());
  });
});
