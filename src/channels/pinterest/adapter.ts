import type { ChannelAdapter } from '../channel-adapter.ts';
import { pinterestFacts } from './facts.ts';
import { recognisePinterest } from './recognise.ts';

export const pinterestAdapter: ChannelAdapter = {
  id: 'pinterest',
  name: 'Pinterest',
  facts: pinterestFacts,
  recognise: recognisePinterest,
};
