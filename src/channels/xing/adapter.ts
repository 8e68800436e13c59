import type { ChannelAdapter } from '../channel-adapter.ts';
import { xingFacts } from './facts.ts';
import { recogniseXing } from './recognise.ts';

export const xingAdapter: ChannelAdapter = {
  id: 'xing',
  name: 'XING',
  facts: xingFacts,
  recognise: recogniseXing,
};
