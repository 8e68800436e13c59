import type { ChannelAdapter } from '../channel-adapter.ts';
import { websiteExtract } from './extract.ts';
import { websiteFacts } from './facts.ts';
import { recogniseWebsite } from './recognise.ts';
import { websiteSeeds } from './seeds.ts';

export const websiteAdapter: ChannelAdapter = {
  id: 'website',
  name: 'Website',
  facts: websiteFacts,
  recognise: recogniseWebsite,
  seeds: websiteSeeds,
  extract: websiteExtract,
};
