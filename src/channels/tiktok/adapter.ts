import type { ChannelAdapter } from '../channel-adapter.ts';
import { tiktokExtract } from './extract.ts';
import { tiktokFacts } from './facts.ts';
import { tiktokImport } from './import.ts';
import { recogniseTiktok } from './recognise.ts';
import { tiktokSeeds } from './seeds.ts';

export const tiktokAdapter: ChannelAdapter = {
  id: 'tiktok',
  name: 'TikTok',
  facts: tiktokFacts,
  recognise: recogniseTiktok,
  seeds: tiktokSeeds,
  extract: tiktokExtract,
  import: tiktokImport,
};
