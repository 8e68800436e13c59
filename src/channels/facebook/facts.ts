import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, low, unknown, days } = factsCheckedOn('2026-11-22');
const later = factsCheckedOn('2026-11-27');

const folds = 'https://socialk.it/fr/tools/facebook-character-counter';

const guide = 'https://www.seo-stuff.com/blog/how-to-delete-facebook-business-page-2026-guide';
const owners =
  'https://everydaytech.org/social-media/social-media-account-management/how-do-you-delete-a-facebook-business-page';
const help = 'https://www.facebook.com/help';

export const facebookFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'login',
    text: {
      en: 'Mostly a login wall: of a page there is little to see, and often nothing.',
      de: 'Meist kommt die Anmeldeschranke: Von einer Seite ist wenig zu sehen, oft gar nichts.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'A ZIP, as JSON if you choose it (HTML is preset). It has the posts, but neither their ids nor their addresses. ' +
      'Umlauts and emoji are garbled and must be repaired; the files of a page and of a profile lie in different folders.',
    de:
      'Ein ZIP, auf Wunsch als JSON (voreingestellt ist HTML). Die Beiträge sind darin, nicht aber ihre Nummern und ' +
      'Adressen. Umlaute und Emojis sind verstümmelt und müssen repariert werden; Seite und Profil liegen in ' +
      'unterschiedlichen Ordnern.',
  }),
  exportFiles: medium([
    "this_profile's_activity_across_facebook/posts/profile_posts_1.json",
    'your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json',
    'posts/your_posts_1.json',
  ]),
  exportPage: medium(
    'https://accountscenter.facebook.com/info_and_permissions/dyi',
    'public code that names this page',
  ),
  deletionPage: unknown(),
  deletionEffect: medium(
    {
      en:
        'The page is deleted after a grace time, with posts, reviews, followers and insights. Deactivating it instead can ' +
        'be taken back at any time. If a business portfolio owns the page, only its administrators can delete it. A linked ' +
        'Instagram account stays.',
      de:
        'Die Seite wird nach einer Frist gelöscht, mit Beiträgen, Bewertungen, Followern und Statistiken. Wer sie nur ' +
        'deaktiviert, kann das jederzeit zurücknehmen. Gehört die Seite einem Business-Portfolio, können nur dessen ' +
        'Administratoren sie löschen. Ein verknüpftes Instagram-Konto bleibt.',
    },
    guide,
  ),
  grace: [
    days.low(14, guide, {
      en: 'Many guides say 14, even in 2026.',
      de: 'Viele Anleitungen nennen 14, auch 2026 noch.',
    }),
    days.medium(30, undefined, {
      en: "Facebook's own dialogue says 30.",
      de: 'Der Dialog von Facebook selbst nennt 30.',
    }),
  ],
  waits: [
    medium({
      what: {
        en: 'the link to the export works',
        de: 'so lange gilt der Link zum Export',
      },
      days: 4,
    }),
  ],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'delete']),
  loginToKeep: unknown(),
  ways: {
    export: low(
      {
        en: 'Switch to the page, then Settings & privacy > Settings > Accounts Centre > Your information and permissions > Export your information. Choose the page and JSON.',
        de: 'Zur Seite wechseln, dann Einstellungen und Privatsphäre > Einstellungen > Kontenübersicht > Deine Informationen und Berechtigungen > Deine Informationen exportieren. Seite und JSON wählen.',
      },
      'public code that names this page',
    ),
    deactivate: low(
      {
        en: 'Switch to the page, then Settings & privacy > Settings > Access and control > Deactivation and deletion > Deactivate page.',
        de: 'Zur Seite wechseln, dann Einstellungen und Privatsphäre > Einstellungen > Zugriff und Kontrolle > Deaktivierung und Löschung > Seite deaktivieren.',
      },
      help,
    ),
    delete: low(
      {
        en: 'Switch to the page, then Settings & privacy > Settings > Access and control > Deactivation and deletion > Delete page. The entry has moved several times; it is missing for whoever lacks full control.',
        de: 'Zur Seite wechseln, dann Einstellungen und Privatsphäre > Einstellungen > Zugriff und Kontrolle > Deaktivierung und Löschung > Seite löschen. Der Eintrag ist mehrmals umgezogen; wem die volle Kontrolle fehlt, der sieht ihn nicht.',
      },
      owners,
    ),
    profile: low(
      {
        en: 'Switch to the page, then Intro > Edit.',
        de: 'Zur Seite wechseln, dann Steckbrief > Bearbeiten.',
      },
      help,
    ),
    pin: low(
      {
        en: 'The three dots above the post > Pin to top of page.',
        de: 'Die drei Punkte über dem Beitrag > Oben auf der Seite anheften.',
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
    medium({ what: 'post', most: 63_206, counting: 'utf-16' }),
    medium({ what: 'bio', most: 101, counting: 'utf-16' }),
    later.low({ what: 'fold', most: 125, counting: 'characters' }, folds, {
      note: {
        en: 'On telephones. Facebook names no figure, and sources differ: some say 300.',
        de: 'Am Telefon. Facebook nennt keine Zahl, und die Quellen sind uneins: Manche sagen 300.',
      },
    }),
    later.low({ what: 'fold', most: 477, counting: 'characters' }, folds, {
      note: { en: 'On large screens.', de: 'Auf großen Bildschirmen.' },
    }),
  ],
};
