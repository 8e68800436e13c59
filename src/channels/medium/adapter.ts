import type { ChannelAdapter } from '../channel-adapter.ts';
import { mediumExtract } from './extract.ts';
import { mediumFacts } from './facts.ts';
import { identifyMedium } from './identify.ts';
import { mediumImport } from './import.ts';
import { recogniseMedium } from './recognise.ts';
import { mediumSeeds } from './seeds.ts';

export const mediumAdapter: ChannelAdapter = {
  id: 'medium',
  name: 'Medium',
  facts: mediumFacts,
  recognise: recogniseMedium,
  seeds: mediumSeeds,
  extract: mediumExtract,
  import: mediumImport,
  identify: identifyMedium,
};
