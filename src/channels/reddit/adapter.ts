import type { ChannelAdapter } from '../channel-adapter.ts';
import { redditFacts } from './facts.ts';
import { recogniseReddit } from './recognise.ts';

export const redditAdapter: ChannelAdapter = {
  id: 'reddit',
  name: 'Reddit',
  facts: redditFacts,
  recognise: recogniseReddit,
};
