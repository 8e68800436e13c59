import { expect, it } from 'vitest';
import { adapterOf } from '../../src/channels/registry.ts';
import { platformIds } from '../../src/model/platform.ts';
import { platformNames } from '../../src/model/platform-names.ts';

it('platforms are called the same in the model and by their adapters', () => {
  expect(platformNames).toEqual(Object.fromEntries(platformIds.map((id) => [id, adapterOf(id).name])));
});
