import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown } = factsCheckedOn('2026-11-22');

const publishing = 'https://developers.facebook.com/documentation/threads/posts';

export const threadsFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'A shortened profile page with some of the posts.',
      de: 'Eine gekürzte Profilseite mit einem Teil der Beiträge.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'Part of the Instagram ZIP. The posts have no id, no address and no hint at what they answer; the names of fields ' +
      'follow the language of the account.',
    de:
      'Steckt im ZIP von Instagram. Den Beiträgen fehlen Nummer, Adresse und der Hinweis, worauf sie antworten; die ' +
      'Feldnamen richten sich nach der Sprache des Kontos.',
  }),
  exportFiles: medium(['threads/threads_and_replies.json']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: unknown(),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: unknown(),
  loginToKeep: unknown(),
  limits: [
    high({ what: 'post', most: 500, counting: 'emoji-as-utf-8-bytes' }, publishing),
    high(
      { what: 'links', most: 5, counting: 'pieces' },
      'https://developers.facebook.com/documentation/threads/create-posts/text-attachments',
    ),
    high({ what: 'topic-tags', most: 1, counting: 'pieces' }),
    high({ what: 'bio', most: 150, counting: 'characters' }),
  ],
};
