import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

const inactivity = 'https://support.tiktok.com/en/safety-hc/account-and-user-safety/inactive-account-policy';

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
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: medium(
    {
      en: 'The account is hidden at once and deleted after 30 days.',
      de: 'Das Konto wird sofort unsichtbar und nach 30 Tagen gelöscht.',
    },
    'https://novator.io/novosti/kak-udalit-akkaunt-v-tiktok-instruktsiya',
  ),
  grace: [days.medium(30, 'https://novator.io/novosti/kak-udalit-akkaunt-v-tiktok-instruktsiya')],
  waits: [unknown()],
  handleReuse: high(
    {
      en: 'After 180 days without a login TikTok may replace the name by a number.',
      de: 'Nach 180 Tagen ohne Anmeldung kann TikTok den Namen durch eine Zahlenfolge ersetzen.',
    },
    inactivity,
  ),
  exitModes: medium(['freeze', 'delete']),
  loginToKeep: days.high(180, inactivity),
  limits: [
    medium({ what: 'post', most: 4000, counting: 'utf-16' }),
    medium({ what: 'post', most: 2200, counting: 'utf-16', variant: 'api' }),
    medium({ what: 'bio', most: 80, counting: 'utf-16' }),
  ],
};
