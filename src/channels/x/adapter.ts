import type { ChannelAdapter } from '../channel-adapter.ts';
import { xFacts } from './facts.ts';
import { recogniseX } from './recognise.ts';

export const xAdapter: ChannelAdapter = {
  id: 'x',
  name: 'X',
  facts: xFacts,
  recognise: recogniseX,
};
