import type { ChannelAdapter } from '../channel-adapter.ts';
import { mastodonFacts } from './facts.ts';
import { recogniseMastodon } from './recognise.ts';

export const mastodonAdapter: ChannelAdapter = {
  id: 'mastodon',
  name: 'Mastodon',
  facts: mastodonFacts,
  recognise: recogniseMastodon,
};
