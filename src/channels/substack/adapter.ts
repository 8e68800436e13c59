import type { ChannelAdapter } from '../channel-adapter.ts';
import { substackExtract } from './extract.ts';
import { substackFacts } from './facts.ts';
import { identifySubstack } from './identify.ts';
import { substackImport } from './import.ts';
import { recogniseSubstack } from './recognise.ts';
import { substackSeeds } from './seeds.ts';

export const substackAdapter: ChannelAdapter = {
  id: 'substack',
  name: 'Substack',
  facts: substackFacts,
  recognise: recogniseSubstack,
  seeds: substackSeeds,
  extract: substackExtract,
  import: substackImport,
  identify: identifySubstack,
};
