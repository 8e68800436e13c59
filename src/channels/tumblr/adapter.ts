import type { ChannelAdapter } from '../channel-adapter.ts';
import { tumblrFacts } from './facts.ts';
import { recogniseTumblr } from './recognise.ts';

export const tumblrAdapter: ChannelAdapter = {
  id: 'tumblr',
  name: 'Tumblr',
  facts: tumblrFacts,
  recognise: recogniseTumblr,
};
