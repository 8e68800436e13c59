import type { ChannelAdapter } from '../channel-adapter.ts';
import { facebookExtract } from './extract.ts';
import { facebookFacts } from './facts.ts';
import { facebookImport } from './import.ts';
import { recogniseFacebook } from './recognise.ts';
import { facebookSeeds } from './seeds.ts';

export const facebookAdapter: ChannelAdapter = {
  id: 'facebook',
  name: 'Facebook',
  facts: facebookFacts,
  recognise: recogniseFacebook,
  seeds: facebookSeeds,
  extract: facebookExtract,
  import: facebookImport,
};
