import type { ChannelAdapter } from '../channel-adapter.ts';
import { xExtract } from './extract.ts';
import { xFacts } from './facts.ts';
import { xImport } from './import.ts';
import { recogniseX } from './recognise.ts';
import { xSeeds } from './seeds.ts';

export const xAdapter: ChannelAdapter = {
  id: 'x',
  name: 'X',
  facts: xFacts,
  recognise: recogniseX,
  seeds: xSeeds,
  extract: xExtract,
  import: xImport,
};
