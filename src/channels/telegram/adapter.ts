import type { ChannelAdapter } from '../channel-adapter.ts';
import { telegramFacts } from './facts.ts';
import { recogniseTelegram } from './recognise.ts';

export const telegramAdapter: ChannelAdapter = {
  id: 'telegram',
  name: 'Telegram',
  facts: telegramFacts,
  recognise: recogniseTelegram,
};
