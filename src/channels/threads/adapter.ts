import type { ChannelAdapter } from '../channel-adapter.ts';
import { threadsFacts } from './facts.ts';
import { recogniseThreads } from './recognise.ts';

export const threadsAdapter: ChannelAdapter = {
  id: 'threads',
  name: 'Threads',
  facts: threadsFacts,
  recognise: recogniseThreads,
};
