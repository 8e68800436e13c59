import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

export const telegramFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Every message of a public channel, page by page in its web view.',
      de: 'Alle Nachrichten eines öffentlichen Kanals, Seite für Seite in der Webansicht.',
    },
  }),
  openAddresses: medium(['https://t.me/s/NAME?before=']),
  officialExport: medium({
    en: 'result.json, in which a text may be one piece or many.',
    de: 'Eine result.json; Texte stehen darin mal am Stück, mal in Teilen.',
  }),
  exportFiles: medium(['result.json']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: unknown(),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: unknown(),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'post', most: 4096, counting: 'utf-16' }),
    medium({ what: 'caption', most: 1024, counting: 'utf-16' }),
    medium({ what: 'bio', most: 255, counting: 'utf-16' }),
  ],
};
