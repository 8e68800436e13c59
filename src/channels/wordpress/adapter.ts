import type { ChannelAdapter } from '../channel-adapter.ts';
import { wordpressExtract } from './extract.ts';
import { wordpressFacts } from './facts.ts';
import { identifyWordPress } from './find-site.ts';
import { wordpressImport } from './import.ts';
import { recogniseWordpress } from './recognise.ts';
import { wordpressSeeds } from './seeds.ts';

export const wordpressAdapter: ChannelAdapter = {
  id: 'wordpress',
  name: 'WordPress',
  facts: wordpressFacts,
  recognise: recogniseWordpress,
  identify: identifyWordPress,
  seeds: wordpressSeeds,
  extract: wordpressExtract,
  import: wordpressImport,
};
