import type { ChannelAdapter } from '../channel-adapter.ts';
import { websiteFacts } from './facts.ts';
import { recogniseWebsite } from './recognise.ts';

export const websiteAdapter: ChannelAdapter = {
  id: 'website',
  name: 'Website',
  facts: websiteFacts,
  recognise: recogniseWebsite,
};
