import type { ChannelAdapter } from '../channel-adapter.ts';
import { ghostExtract } from './extract.ts';
import { ghostFacts } from './facts.ts';
import { identifyGhost } from './find-site.ts';
import { ghostImport } from './import.ts';
import { recogniseGhost } from './recognise.ts';
import { ghostSeeds } from './seeds.ts';

export const ghostAdapter: ChannelAdapter = {
  id: 'ghost',
  name: 'Ghost',
  facts: ghostFacts,
  recognise: recogniseGhost,
  identify: identifyGhost,
  seeds: ghostSeeds,
  extract: ghostExtract,
  import: ghostImport,
};
