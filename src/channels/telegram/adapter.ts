import type { ChannelAdapter } from '../channel-adapter.ts';
import { telegramExtract } from './extract.ts';
import { telegramFacts } from './facts.ts';
import { telegramImport } from './import.ts';
import { recogniseTelegram } from './recognise.ts';
import { telegramSeeds } from './seeds.ts';

export const telegramAdapter: ChannelAdapter = {
  id: 'telegram',
  name: 'Telegram',
  facts: telegramFacts,
  recognise: recogniseTelegram,
  seeds: telegramSeeds,
  extract: telegramExtract,
  import: telegramImport,
};
