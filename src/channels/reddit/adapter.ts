import type { ChannelAdapter } from '../channel-adapter.ts';
import { redditExtract } from './extract.ts';
import { redditFacts } from './facts.ts';
import { redditImport } from './import.ts';
import { recogniseReddit } from './recognise.ts';
import { redditSeeds } from './seeds.ts';

export const redditAdapter: ChannelAdapter = {
  id: 'reddit',
  name: 'Reddit',
  facts: redditFacts,
  recognise: recogniseReddit,
  seeds: redditSeeds,
  extract: redditExtract,
  import: redditImport,
};
