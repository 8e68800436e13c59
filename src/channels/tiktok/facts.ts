import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, days } = factsCheckedOn('2026-11-22');

const inactivity = 'https://support.tiktok.com/en/safety-hc/account-and-user-safety/inactive-account-policy';
const guide = 'https://novator.io/novosti/kak-udalit-akkaunt-v-tiktok-instruktsiya';
const paths = 'https://twicsy.com/blog/how-do-i-remove-tiktok-from-my-phone';
const named = 'public code that names this page';
const help = 'https://support.tiktok.com/en/';

export const tiktokFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'single-posts',
    text: {
      en: 'Single films, when their address is known.',
      de: 'Einzelne Filme, wenn man ihre Adresse kennt.',
    },
  }),
  openAddresses: medium(['https://www.tiktok.com/oembed?url=']),
  officialExport: medium({
    en: 'One JSON file with links to the films. The links expire: fetch the films at once.',
    de: 'Eine JSON-Datei mit Links zu den Filmen. Die Links laufen ab: Filme sofort herunterladen.',
  }),
  exportFiles: medium(['user_data_tiktok.json']),
  exportPage: medium(
    'https://support.tiktok.com/en/account-and-privacy/personalized-ads-and-data/requesting-your-data',
    named,
  ),
  deletionPage: medium(
    'https://support.tiktok.com/en/account-and-privacy/deleting-an-account/deleting-an-account',
    named,
  ),
  deletionEffect: medium(
    {
      en: 'The account is hidden at once and deleted after 30 days. Messages stay with those who got them. Nothing is refunded.',
      de: 'Das Konto wird sofort unsichtbar und nach 30 Tagen gelöscht. Nachrichten bleiben bei den Empfängern. Erstattet wird nichts.',
    },
    guide,
  ),
  grace: [days.medium(30, guide)],
  waits: [
    medium(
      { what: { en: 'until the export is ready', de: 'bis zum fertigen Export' }, days: 4 },
      'https://nairobinews.co.ke/how-long-does-it-take-to-download-tiktok-data/',
    ),
    medium(
      { what: { en: 'the export can be downloaded', de: 'lässt sich der Export herunterladen' }, days: 4 },
      'https://groups.google.com/g/menfizahe/c/Gv0-Y2trF9k',
    ),
  ],
  handleReuse: high(
    {
      en: 'After 180 days without a login TikTok may replace the name by a number.',
      de: 'Nach 180 Tagen ohne Anmeldung kann TikTok den Namen durch eine Zahlenfolge ersetzen.',
    },
    inactivity,
  ),
  exitModes: medium(['freeze', 'delete']),
  loginToKeep: days.high(180, inactivity),
  ways: {
    export: medium(
      {
        en: 'Profile > menu ≡ > Settings and privacy > Account > Download your data > Request data. Choose everything and JSON.',
        de: 'Profil > Menü ≡ > Einstellungen und Datenschutz > Konto > Deine Daten herunterladen > Daten anfordern. Alles und JSON wählen.',
      },
      'https://pirg.org/edfund/resources/how-to-request-and-download-tiktok-data/',
    ),
    deactivate: medium(
      {
        en: 'Profile > menu ≡ > Settings and privacy > Account > Deactivate or delete account > Deactivate account.',
        de: 'Profil > Menü ≡ > Einstellungen und Datenschutz > Konto > Konto deaktivieren oder löschen > Konto deaktivieren.',
      },
      paths,
    ),
    delete: medium(
      {
        en: 'Profile > menu ≡ > Settings and privacy > Account > Deactivate or delete account > Delete account permanently.',
        de: 'Profil > Menü ≡ > Einstellungen und Datenschutz > Konto > Konto deaktivieren oder löschen > Konto dauerhaft löschen.',
      },
      paths,
    ),
    profile: medium(
      {
        en: 'Profile > Edit profile.',
        de: 'Profil > Profil bearbeiten.',
      },
      help,
    ),
    pin: low(
      {
        en: 'Open the film > three dots > Pin.',
        de: 'Film öffnen > drei Punkte > Anpinnen.',
      },
      help,
    ),
    messages: low(
      {
        en: 'Profile > menu ≡ > Settings and privacy > Privacy > Direct messages.',
        de: 'Profil > Menü ≡ > Einstellungen und Datenschutz > Datenschutz > Direktnachrichten.',
      },
      help,
    ),
  },
  limits: [
    medium({ what: 'post', most: 4000, counting: 'utf-16' }),
    medium({ what: 'post', most: 2200, counting: 'utf-16', variant: 'api' }),
    medium({ what: 'bio', most: 80, counting: 'utf-16' }),
  ],
};
