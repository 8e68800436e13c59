import type { ChannelAdapter } from '../channel-adapter.ts';
import { youtubeFacts } from './facts.ts';
import { recogniseYoutube } from './recognise.ts';

export const youtubeAdapter: ChannelAdapter = {
  id: 'youtube',
  name: 'YouTube',
  facts: youtubeFacts,
  recognise: recogniseYoutube,
};
