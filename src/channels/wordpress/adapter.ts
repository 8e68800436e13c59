import type { ChannelAdapter } from '../channel-adapter.ts';
import { wordpressFacts } from './facts.ts';
import { recogniseWordpress } from './recognise.ts';

export const wordpressAdapter: ChannelAdapter = {
  id: 'wordpress',
  name: 'WordPress',
  facts: wordpressFacts,
  recognise: recogniseWordpress,
};
