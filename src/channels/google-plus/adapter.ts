import type { ChannelAdapter } from '../channel-adapter.ts';
import { googlePlusFacts } from './facts.ts';
import { googlePlusImport } from './import.ts';
import { recogniseGooglePlus } from './recognise.ts';
import { googlePlusSeeds } from './seeds.ts';

export const googlePlusAdapter: ChannelAdapter = {
  id: 'google-plus',
  name: 'Google+',
  facts: googlePlusFacts,
  recognise: recogniseGooglePlus,
  seeds: googlePlusSeeds,
  import: googlePlusImport,
};
