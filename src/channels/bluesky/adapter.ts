import type { ChannelAdapter } from '../channel-adapter.ts';
import { blueskyFacts } from './facts.ts';
import { recogniseBluesky } from './recognise.ts';

export const blueskyAdapter: ChannelAdapter = {
  id: 'bluesky',
  name: 'Bluesky',
  facts: blueskyFacts,
  recognise: recogniseBluesky,
};
