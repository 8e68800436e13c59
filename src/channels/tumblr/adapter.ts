import type { ChannelAdapter } from '../channel-adapter.ts';
import { tumblrExtract } from './extract.ts';
import { tumblrFacts } from './facts.ts';
import { identifyTumblr } from './identify.ts';
import { tumblrImport } from './import.ts';
import { recogniseTumblr } from './recognise.ts';
import { tumblrSeeds } from './seeds.ts';

export const tumblrAdapter: ChannelAdapter = {
  id: 'tumblr',
  name: 'Tumblr',
  facts: tumblrFacts,
  recognise: recogniseTumblr,
  seeds: tumblrSeeds,
  extract: tumblrExtract,
  import: tumblrImport,
  identify: identifyTumblr,
};
