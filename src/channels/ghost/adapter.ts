import type { ChannelAdapter } from '../channel-adapter.ts';
import { ghostFacts } from './facts.ts';
import { recogniseGhost } from './recognise.ts';

export const ghostAdapter: ChannelAdapter = {
  id: 'ghost',
  name: 'Ghost',
  facts: ghostFacts,
  recognise: recogniseGhost,
};
