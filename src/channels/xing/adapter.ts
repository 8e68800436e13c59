import type { ChannelAdapter } from '../channel-adapter.ts';
import { xingExtract } from './extract.ts';
import { xingFacts } from './facts.ts';
import { recogniseXing } from './recognise.ts';
import { xingSeeds } from './seeds.ts';

export const xingAdapter: ChannelAdapter = {
  id: 'xing',
  name: 'XING',
  facts: xingFacts,
  recognise: recogniseXing,
  seeds: xingSeeds,
  extract: xingExtract,
};
