import type { ChannelAdapter } from '../channel-adapter.ts';
import { blueskyExtract } from './extract.ts';
import { blueskyFacts } from './facts.ts';
import { blueskyImport } from './import.ts';
import { recogniseBluesky } from './recognise.ts';
import { blueskySeeds } from './seeds.ts';

export const blueskyAdapter: ChannelAdapter = {
  id: 'bluesky',
  name: 'Bluesky',
  facts: blueskyFacts,
  recognise: recogniseBluesky,
  seeds: blueskySeeds,
  extract: blueskyExtract,
  import: blueskyImport,
};
