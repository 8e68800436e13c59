import type { ChannelAdapter } from '../channel-adapter.ts';
import { pinterestExtract } from './extract.ts';
import { pinterestFacts } from './facts.ts';
import { pinterestImport } from './import.ts';
import { recognisePinterest } from './recognise.ts';
import { pinterestSeeds } from './seeds.ts';

export const pinterestAdapter: ChannelAdapter = {
  id: 'pinterest',
  name: 'Pinterest',
  facts: pinterestFacts,
  recognise: recognisePinterest,
  seeds: pinterestSeeds,
  extract: pinterestExtract,
  import: pinterestImport,
};
