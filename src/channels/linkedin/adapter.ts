import type { ChannelAdapter } from '../channel-adapter.ts';
import { linkedinExtract } from './extract.ts';
import { linkedinFacts } from './facts.ts';
import { linkedinImport } from './import.ts';
import { recogniseLinkedin } from './recognise.ts';
import { linkedinSeeds } from './seeds.ts';

export const linkedinAdapter: ChannelAdapter = {
  id: 'linkedin',
  name: 'LinkedIn',
  facts: linkedinFacts,
  recognise: recogniseLinkedin,
  seeds: linkedinSeeds,
  extract: linkedinExtract,
  import: linkedinImport,
};
