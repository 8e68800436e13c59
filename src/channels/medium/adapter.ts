import type { ChannelAdapter } from '../channel-adapter.ts';
import { mediumFacts } from './facts.ts';
import { recogniseMedium } from './recognise.ts';

export const mediumAdapter: ChannelAdapter = {
  id: 'medium',
  name: 'Medium',
  facts: mediumFacts,
  recognise: recogniseMedium,
};
