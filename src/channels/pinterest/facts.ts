import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

const help = 'https://help.pinterest.com/en/article/deactivate-or-close-your-account';

export const pinterestFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'The feed of a profile with its latest pins.',
      de: 'Der Feed eines Profils mit den neuesten Pins.',
    },
  }),
  openAddresses: medium(['https://www.pinterest.com/USER/feed.rss']),
  officialExport: medium({
    en: 'HTML with one block for each pin.',
    de: 'HTML mit einem Block für jeden Pin.',
  }),
  exportFiles: unknown(),
  exportPage: unknown(),
  deletionPage: high(help),
  deletionEffect: high(
    {
      en:
        'The profile is hidden at once and deleted after 14 days. Accounts that have run ads are closed by support, and ' +
        'all bills must be paid first.',
      de:
        'Das Profil wird sofort unsichtbar und nach 14 Tagen gelöscht. Konten, über die Anzeigen liefen, schließt der ' +
        'Support, und vorher müssen alle Rechnungen bezahlt sein.',
    },
    help,
  ),
  grace: [
    days.high(14, help),
    days.low(7, 'public code that cites the same help page', {
      en: 'Newer notes on the same page say 7 days: look before you rely on 14.',
      de: 'Neuere Notizen zur selben Seite nennen 7 Tage: nachsehen, bevor man sich auf 14 verlässt.',
    }),
  ],
  waits: [unknown()],
  handleReuse: high(
    {
      en: 'Deactivating keeps the name and the e-mail address taken.',
      de: 'Wer nur deaktiviert, behält Namen und E-Mail-Adresse; sie bleiben belegt.',
    },
    help,
  ),
  exitModes: high(['freeze', 'delete'], help),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'title', most: 100, counting: 'characters' }),
    medium({ what: 'post', most: 500, counting: 'characters' }),
    medium({ what: 'alt', most: 500, counting: 'characters' }),
  ],
};
