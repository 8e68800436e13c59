import type { ChannelAdapter } from '../channel-adapter.ts';
import { substackFacts } from './facts.ts';
import { recogniseSubstack } from './recognise.ts';

export const substackAdapter: ChannelAdapter = {
  id: 'substack',
  name: 'Substack',
  facts: substackFacts,
  recognise: recogniseSubstack,
};
