import type { ChannelAdapter } from '../channel-adapter.ts';
import { threadsExtract } from './extract.ts';
import { threadsFacts } from './facts.ts';
import { threadsImport } from './import.ts';
import { recogniseThreads } from './recognise.ts';
import { threadsSeeds } from './seeds.ts';

export const threadsAdapter: ChannelAdapter = {
  id: 'threads',
  name: 'Threads',
  facts: threadsFacts,
  recognise: recogniseThreads,
  seeds: threadsSeeds,
  extract: threadsExtract,
  import: threadsImport,
};
