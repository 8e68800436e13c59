import type { ChannelAdapter } from '../channel-adapter.ts';
import { linkedinFacts } from './facts.ts';
import { recogniseLinkedin } from './recognise.ts';

export const linkedinAdapter: ChannelAdapter = {
  id: 'linkedin',
  name: 'LinkedIn',
  facts: linkedinFacts,
  recognise: recogniseLinkedin,
};
