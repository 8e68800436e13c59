import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

export const redditFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'The feed of a community or user. The JSON beside it is often refused (403).',
      de: 'Der Feed einer Community oder eines Kontos. Das JSON daneben wird oft verweigert (403).',
    },
  }),
  openAddresses: medium(['.rss', '.json']),
  officialExport: medium({
    en:
      'CSV files for posts and comments, split when they are large (_1). They begin with a byte order mark, and dates ' +
      'end in " UTC".',
    de:
      'CSV-Dateien für Beiträge und Kommentare, große in Teilen (_1). Sie beginnen mit einem Byte Order Mark, ' +
      'Zeitangaben enden auf „ UTC“.',
  }),
  exportFiles: medium(['posts.csv', 'comments.csv']),
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: medium(
    {
      en: 'Posts and comments stay; only the name is taken off them. What is to go must be deleted one by one before.',
      de:
        'Beiträge und Kommentare bleiben stehen, nur der Name verschwindet. Was weg soll, muss man vorher einzeln ' +
        'löschen.',
    },
    'https://conductatlas.com/platform/reddit/reddit-privacy-policy/retention-of-data-after-account-deletion/',
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: medium(['delete']),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'title', most: 300, counting: 'characters' }),
    medium({ what: 'post', most: 40_000, counting: 'characters' }),
  ],
};
