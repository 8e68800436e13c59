import type { Limit } from '../model/channel.ts';
import type { KnownFact } from '../model/fact.ts';
import { factsCheckedOn } from './facts-checked-on.ts';

const { high, medium, low } = factsCheckedOn('2026-11-22');

/** Places for a goodbye that are no channel to leave: they have limits and nothing else here. */
export type MessageKind = 'google-business' | 'newsletter' | 'sms';

export const messageLimits: Readonly<Record<MessageKind, readonly KnownFact<Limit>[]>> = {
  'google-business': [
    medium<Limit>({ what: 'post', most: 1500, counting: 'characters' }),
    medium<Limit>({ what: 'description', most: 750, counting: 'characters' }),
  ],
  newsletter: [
    low<Limit>({ what: 'subject', most: 50, counting: 'graphemes' }),
    low<Limit>({ what: 'preheader', most: 90, counting: 'graphemes' }),
  ],
  sms: [
    high<Limit>({ what: 'post', most: 160, counting: 'gsm-7', variant: 'single' }, undefined, {
      note: {
        en: '€ [ ] { } \\ ^ ~ | count 2. One „ turns the whole message into UCS-2.',
        de: '€ [ ] { } \\ ^ ~ | zählen 2. Ein einziges „ macht die ganze Nachricht zu UCS-2.',
      },
    }),
    high<Limit>({ what: 'post', most: 153, counting: 'gsm-7', variant: 'part' }),
    high<Limit>({ what: 'post', most: 70, counting: 'ucs-2', variant: 'single' }),
    high<Limit>({ what: 'post', most: 67, counting: 'ucs-2', variant: 'part' }),
  ],
};
