import type { ChannelAdapter } from '../channel-adapter.ts';
import { facebookFacts } from './facts.ts';
import { recogniseFacebook } from './recognise.ts';

export const facebookAdapter: ChannelAdapter = {
  id: 'facebook',
  name: 'Facebook',
  facts: facebookFacts,
  recognise: recogniseFacebook,
};
