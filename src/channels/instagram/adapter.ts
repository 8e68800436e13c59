import type { ChannelAdapter } from '../channel-adapter.ts';
import { instagramFacts } from './facts.ts';
import { recogniseInstagram } from './recognise.ts';

export const instagramAdapter: ChannelAdapter = {
  id: 'instagram',
  name: 'Instagram',
  facts: instagramFacts,
  recognise: recogniseInstagram,
};
