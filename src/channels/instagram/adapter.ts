import type { ChannelAdapter } from '../channel-adapter.ts';
import { instagramExtract } from './extract.ts';
import { instagramFacts } from './facts.ts';
import { instagramImport } from './import.ts';
import { recogniseInstagram } from './recognise.ts';
import { instagramSeeds } from './seeds.ts';

export const instagramAdapter: ChannelAdapter = {
  id: 'instagram',
  name: 'Instagram',
  facts: instagramFacts,
  recognise: recogniseInstagram,
  seeds: instagramSeeds,
  extract: instagramExtract,
  import: instagramImport,
};
