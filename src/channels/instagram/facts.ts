import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown, days } = factsCheckedOn('2026-11-22');
const later = factsCheckedOn('2026-11-27');

const guide = 'https://blogdaflavi.com/como-excluir-uma-conta-do-instagram';
const paths =
  'https://www.wiwo.de/technologie/digitale-welt/instagram-und-facebook-so-loeschen-sie-ihr-social-media-konto/100142124.html';
const pause =
  'https://www.thehindu.com/sci-tech/technology/how-to-deactivate-delete-instagram-account/article67704957.ece/amp/';
const help = 'https://help.instagram.com';
const named = 'public code that names this page';

export const instagramFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'About a dozen posts, then Instagram asks for a login.',
      de: 'Etwa ein Dutzend Beiträge, dann verlangt Instagram die Anmeldung.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'A ZIP, as JSON if you choose it: posts, reels and stories with their pictures and films. Umlauts and emoji are ' +
      'garbled and must be repaired. Threads lies in the same ZIP.',
    de:
      'Ein ZIP, auf Wunsch als JSON: Beiträge, Reels und Storys mit Bildern und Filmen. Umlaute und Emojis sind ' +
      'verstümmelt und müssen repariert werden. Threads liegt im selben ZIP.',
  }),
  exportFiles: medium([
    'your_instagram_activity/content/posts_1.json',
    'your_instagram_activity/media/posts_1.json',
    'reels.json',
    'stories.json',
    'media/posts/YYYYMM/',
  ]),
  exportPage: medium('https://accountscenter.instagram.com/info_and_permissions/dyi/', named),
  deletionPage: medium('https://help.instagram.com/370452623149242', named),
  deletionEffect: medium({
    en:
      'The account can be restored for 30 days; until everything is deleted it may take 90. A Threads profile that hangs ' +
      'on it goes too.',
    de:
      'Das Konto lässt sich 30 Tage lang zurückholen; bis alles gelöscht ist, können 90 Tage vergehen. Ein daran ' +
      'hängendes Threads-Profil geht mit.',
  }),
  grace: [
    days.medium(30, guide),
    days.high(90, undefined, {
      en: 'Up to 90 days until Meta has finished deleting.',
      de: 'Bis zu 90 Tage, bis Meta mit dem Löschen fertig ist.',
    }),
  ],
  waits: [unknown()],
  handleReuse: low(
    {
      en:
        'Sources differ: some say that anybody can take the name, others that nobody gets it again. Reckon with somebody ' +
        'taking it.',
      de:
        'Die Quellen widersprechen sich: Nach den einen kann sich jeder den Namen nehmen, nach den anderen bekommt ihn ' +
        'niemand wieder. Rechnen Sie damit, dass ihn jemand nimmt.',
    },
    'https://insfollowpro.com/de/schritt-fur-schritt-anleitung-wie-man-ein-instagram-konto-einfach-und-dauerhaft-loscht/',
  ),
  exitModes: medium(['freeze', 'delete'], pause),
  loginToKeep: unknown({
    en: 'Instagram removes accounts for inactivity, and names no number of days.',
    de: 'Instagram entfernt Konten wegen Inaktivität, nennt aber keine Frist.',
  }),
  ways: {
    export: medium(
      {
        en: 'Settings > Accounts Centre > Your information and permissions > Export your information. Choose the account and JSON.',
        de: 'Einstellungen > Kontenübersicht > Deine Informationen und Berechtigungen > Deine Informationen exportieren. Konto und JSON wählen.',
      },
      named,
    ),
    deactivate: medium(
      {
        en: 'Settings > Accounts Centre > Personal details > Account ownership and control > Deactivation or deletion > Deactivate account.',
        de: 'Einstellungen > Kontenübersicht > Personenbezogene Angaben > Kontoinhaberschaft und -steuerung > Deaktivieren oder löschen > Konto deaktivieren.',
      },
      pause,
    ),
    delete: medium(
      {
        en: 'Settings > Accounts Centre > Personal details > Account ownership and control > Deactivation or deletion > Delete account, then the password.',
        de: 'Einstellungen > Kontenübersicht > Personenbezogene Angaben > Kontoinhaberschaft und -steuerung > Deaktivieren oder löschen > Konto löschen, dann das Passwort.',
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
    pin: medium(
      {
        en: 'The three dots above the post > Pin to your main grid.',
        de: 'Die drei Punkte über dem Beitrag > In deinem Hauptraster anheften.',
      },
      help,
    ),
    messages: low(
      {
        en: 'Meta Business Suite > Inbox > Automations > Instant reply.',
        de: 'Meta Business Suite > Postfach > Automatisierungen > Sofortantwort.',
      },
      'https://www.facebook.com/business/help',
    ),
  },
  limits: [
    medium({ what: 'post', most: 2200, counting: 'utf-16' }),
    high({ what: 'hashtags', most: 5, counting: 'pieces' }, undefined, {
      note: { en: 'Since December 2025.', de: 'Seit Dezember 2025.' },
    }),
    medium({ what: 'bio', most: 150, counting: 'utf-16' }),
    medium({ what: 'alt', most: 1000, counting: 'utf-16' }),
    later.medium({ what: 'fold', most: 125, counting: 'characters' }, 'https://charactercounter.com/instagram'),
  ],
};
