import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { low, medium, unknown } = factsCheckedOn('2026-11-22');

const help = 'https://support.reddithelp.com/';
const requests = 'https://www.reddit.com/r/redditrequest/wiki/faq';

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
  exportPage: medium('https://www.reddit.com/settings/data-request', help),
  deletionPage: medium('https://www.reddit.com/settings/account', help),
  deletionEffect: medium(
    {
      en:
        'Posts and comments stay; only the name is taken off them. What is to go must be deleted one by one before. The ' +
        'account cannot be got back.',
      de:
        'Beiträge und Kommentare bleiben stehen, nur der Name verschwindet. Was weg soll, muss man vorher einzeln ' +
        'löschen. Das Konto lässt sich nicht zurückholen.',
    },
    'https://conductatlas.com/platform/reddit/reddit-privacy-policy/retention-of-data-after-account-deletion/',
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: medium(
    {
      en: 'The name is used up: nobody can take it again, and neither can you.',
      de: 'Der Name ist verbraucht: Niemand kann ihn noch einmal nehmen, auch Sie selbst nicht.',
    },
    help,
  ),
  exitModes: medium(['freeze', 'delete'], requests, {
    note: {
      en: 'Nothing says that a silent account is lost. A community whose moderators are idle for 30 days can be asked for by others.',
      de: 'Dass ein stilles Konto verloren geht, steht nirgends. Eine Community, deren Moderation 30 Tage ruht, können andere beantragen.',
    },
  }),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'The page reddit.com/settings/data-request; choose the whole time. The link comes as a message on Reddit.',
        de: 'Die Seite reddit.com/settings/data-request; den ganzen Zeitraum wählen. Der Link kommt als Nachricht bei Reddit.',
      },
      help,
    ),
    delete: medium(
      {
        en: 'The picture at the top right > Settings > Account > Delete account, then name and password.',
        de: 'Das Bild oben rechts > Einstellungen > Konto > Konto löschen, dann Name und Passwort.',
      },
      help,
    ),
    profile: medium(
      {
        en: 'The picture at the top right > Settings > Profile > About description.',
        de: 'Das Bild oben rechts > Einstellungen > Profil > Beschreibung.',
      },
      help,
    ),
    pin: low(
      {
        en: 'The three dots at your own post > Pin to profile. In a community a moderator pins it.',
        de: 'Die drei Punkte am eigenen Beitrag > An Profil anheften. In einer Community heftet die Moderation an.',
      },
      help,
    ),
    messages: low(
      {
        en: 'Settings > Privacy > who may send you chat requests. An answer that comes by itself needs a tool of its own.',
        de: 'Einstellungen > Privatsphäre > wer Ihnen Chatanfragen senden darf. Eine automatische Antwort braucht ein eigenes Werkzeug.',
      },
      help,
    ),
  },
  limits: [
    medium({ what: 'title', most: 300, counting: 'characters' }),
    medium({ what: 'post', most: 40_000, counting: 'characters' }),
  ],
};
