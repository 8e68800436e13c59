import type { ChannelAdapter } from '../channel-adapter.ts';
import { tiktokFacts } from './facts.ts';
import { recogniseTiktok } from './recognise.ts';

export const tiktokAdapter: ChannelAdapter = {
  id: 'tiktok',
  name: 'TikTok',
  facts: tiktokFacts,
  recognise: recogniseTiktok,
};
