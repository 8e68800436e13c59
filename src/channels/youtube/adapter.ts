import type { ChannelAdapter } from '../channel-adapter.ts';
import { youtubeBehaviour } from './behaviour.ts';
import { youtubeExtract } from './extract.ts';
import { youtubeFacts } from './facts.ts';
import { youtubeImport } from './import.ts';
import { recogniseYoutube } from './recognise.ts';
import { youtubeSeeds } from './seeds.ts';

export const youtubeAdapter: ChannelAdapter = {
  id: 'youtube',
  name: 'YouTube',
  facts: youtubeFacts,
  recognise: recogniseYoutube,
  seeds: youtubeSeeds,
  extract: youtubeExtract,
  import: youtubeImport,
  behaviour: youtubeBehaviour,
};
