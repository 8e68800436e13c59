import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown, days } = factsCheckedOn('2026-11-22');

const help = 'https://help.pinterest.com/en/article/deactivate-or-close-your-account';
const data =
  'https://help.measureprotocol.com/support/solutions/articles/80001128767-pinterest-data-file-retro-instructions';
const paths = 'https://www.ashalaa.com/delete-pinterest-account/';
const helpCentre = 'https://help.pinterest.com/en';

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
  exportPage: medium('https://help.pinterest.com/en/article/download-your-pinterest-data', data),
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
  ways: {
    export: medium(
      {
        en: 'In the browser: Settings > Privacy and data > Request your data > Start request. The mail comes within 48 hours.',
        de: 'Im Browser: Einstellungen > Datenschutz und Daten > Deine Daten anfordern > Anfrage starten. Die Mail kommt binnen 48 Stunden.',
      },
      data,
    ),
    deactivate: medium(
      {
        en: 'Settings > Account management > Deactivate account.',
        de: 'Einstellungen > Kontoverwaltung > Konto deaktivieren.',
      },
      'https://247howto.com/how-do-i-deactivate-my-pinterest-account/',
    ),
    delete: medium(
      {
        en: 'Settings > Account management > Delete your data and account > Continue, then the link in the mail.',
        de: 'Einstellungen > Kontoverwaltung > Deine Daten und dein Konto löschen > Weiter, dann der Link in der Mail.',
      },
      paths,
    ),
    profile: medium(
      {
        en: 'Settings > Public profile.',
        de: 'Einstellungen > Öffentliches Profil.',
      },
      helpCentre,
    ),
    pin: low(
      {
        en: 'A pin cannot be held at the top. Make a board for the announcement, and drag it to the first place of the profile.',
        de: 'Ein Pin lässt sich nicht oben festhalten. Legen Sie für die Ankündigung eine Pinnwand an und ziehen Sie sie im Profil an die erste Stelle.',
      },
      helpCentre,
    ),
    messages: low(
      {
        en: 'Settings > Social permissions > Messages.',
        de: 'Einstellungen > Soziale Berechtigungen > Nachrichten.',
      },
      helpCentre,
    ),
  },
  limits: [
    medium({ what: 'title', most: 100, counting: 'characters' }),
    medium({ what: 'post', most: 500, counting: 'characters' }),
    medium({ what: 'alt', most: 500, counting: 'characters' }),
  ],
};
