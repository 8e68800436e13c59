import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { behaviours } from '../../../src/crawl/behaviours/registry.ts';

const folder = new URL('../../../src/crawl/behaviours/', import.meta.url);

test('every file of the folder is a behaviour of the same name in the registry, and none is there twice', async () => {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.ts$/, ''));
  const expected = files.filter((name) => !['behaviour', 'registry'].includes(name));
  expect(behaviours.map(({ name }) => name).sort()).toEqual(expected.sort());
});

test('the first look decides what lies over the page, and there is one way to scroll', () => {
  const nothing = { consent: 0, consentFrames: 0, overlays: 0, more: 0, expanders: 0, carousels: 0, media: 0 };
  const visit = { scripts: [] } as never;
  expect(behaviours.filter(({ stage }) => stage === 'scroll').map(({ name }) => name)).toEqual(['scroll']);
  expect(behaviours.filter((each) => each.applies(nothing, visit)).map(({ name }) => name)).toEqual(['scroll']);
});
