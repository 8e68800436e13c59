import type { ChannelAdapter } from '../channel-adapter.ts';
import { mastodonExtract } from './extract.ts';
import { mastodonFacts } from './facts.ts';
import { identifyMastodon } from './identify.ts';
import { mastodonImport } from './import.ts';
import { recogniseMastodon } from './recognise.ts';
import { mastodonSeeds } from './seeds.ts';

export const mastodonAdapter: ChannelAdapter = {
  id: 'mastodon',
  name: 'Mastodon',
  facts: mastodonFacts,
  recognise: recogniseMastodon,
  seeds: mastodonSeeds,
  extract: mastodonExtract,
  import: mastodonImport,
  identify: identifyMastodon,
};
