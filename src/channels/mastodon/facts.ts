import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown } = factsCheckedOn('2026-11-22');

const moving = 'https://docs.joinmastodon.org/user/moving/';
const words = 'https://docs.joinmastodon.org/user/profile/';
const bios = 'https://github.com/mastodon/mastodon/blob/main/app/validators/note_length_validator.rb';

const asPosts = { counting: 'graphemes', linkLength: 23, mentionsWithoutHost: true } as const;

/** For any server of the fediverse that speaks Mastodon's interface. What one server allows, another may refuse. */
export const mastodonFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en:
        'Every public post, also through an open interface that says how many there are. Some servers answer the ' +
        'interface only to a login (401), while profile pages and feeds stay open.',
      de:
        'Alle öffentlichen Beiträge, auch über eine offene Schnittstelle, die ihre Zahl nennt. Manche Server verlangen ' +
        'für die Schnittstelle eine Anmeldung (401); Profilseiten und Feeds bleiben offen.',
    },
  }),
  openAddresses: medium(
    ['/api/v1/accounts/lookup', '/api/v1/accounts/:id/statuses', '/@USER.rss', '/users/USER/outbox'],
    undefined,
    {
      note: {
        en: 'Compare with statuses_count: one real server loses a post at each page boundary of rel=next.',
        de: 'Mit statuses_count vergleichen: Ein echter Server verliert an jeder Seitengrenze von rel=next einen Beitrag.',
      },
    },
  ),
  officialExport: medium({
    en:
      'An archive with all posts and media. It also holds direct messages and posts for followers only: keep what is ' +
      'addressed to the public (to, cc) and nothing else.',
    de:
      'Ein Archiv mit allen Beiträgen und Medien. Es enthält auch Direktnachrichten und Beiträge nur für Follower: ' +
      'Aufheben darf man, was öffentlich adressiert ist (to, cc), sonst nichts.',
  }),
  exportFiles: medium(['actor.json', 'outbox.json', 'media_attachments/']),
  exportPage: high('https://docs.joinmastodon.org/user/moving/#export', moving),
  deletionPage: high('https://docs.joinmastodon.org/user/moving/#delete', moving),
  deletionEffect: high(
    {
      en: 'The account is deleted and its name can never be used again. A redirect instead can be taken back; a move takes the followers along, not the posts.',
      de:
        'Das Konto wird gelöscht, sein Name ist für immer verbraucht. Eine Weiterleitung dagegen lässt sich zurücknehmen; ein ' +
        'Umzug nimmt die Follower mit, nicht die Beiträge.',
    },
    moving,
  ),
  grace: [unknown()],
  waits: [
    high({ what: { en: 'until one can move again', de: 'bis man wieder umziehen kann' }, days: 30 }, undefined, {
      note: {
        en: 'Between servers 7 days are enforced: github.com/mastodon/documentation/pull/1020.',
        de: 'Zwischen den Servern gelten 7 Tage: github.com/mastodon/documentation/pull/1020.',
      },
    }),
    high({
      what: { en: 'until the next archive can be asked for', de: 'bis man das nächste Archiv anfordern kann' },
      days: 7,
    }),
  ],
  handleReuse: high(
    {
      en: 'After deletion the name is unusable on that server for ever.',
      de: 'Nach dem Löschen ist der Name auf diesem Server für immer unbrauchbar.',
    },
    moving,
  ),
  exitModes: high(['redirect', 'delete'], moving),
  loginToKeep: unknown(),
  ways: {
    export: high(
      {
        en: 'Preferences > Import and export > Request your archive; one in 7 days, and the mail says when it is ready.',
        de: 'Einstellungen > Import und Export > Dein Archiv anfordern; alle 7 Tage eines, und die Mail sagt, wann es bereitliegt.',
      },
      moving,
    ),
    delete: high(
      {
        en: 'Preferences > Account > at the very bottom Delete account, then the password.',
        de: 'Einstellungen > Konto > ganz unten Konto löschen, dann das Passwort.',
      },
      moving,
    ),
    redirect: high(
      {
        en: 'First at the new account: Preferences > Account > Moving from a different account > create an account alias with the old name. Then at the old one: Preferences > Account > Move to a different account; there is the mere redirect as well.',
        de: 'Erst beim neuen Konto: Einstellungen > Konto > Von einem anderen Konto umziehen > einen Kontoalias mit dem alten Namen anlegen. Dann beim alten: Einstellungen > Konto > Zu einem anderen Konto umziehen; dort steht auch die bloße Weiterleitung.',
      },
      moving,
    ),
    profile: low({ en: 'Preferences > Public profile.', de: 'Einstellungen > Öffentliches Profil.' }, words),
    pin: low(
      {
        en: 'The three dots below your own post > Pin on profile.',
        de: 'Die drei Punkte unter dem eigenen Beitrag > Im Profil anheften.',
      },
      words,
    ),
    messages: low(
      {
        en: 'Preferences > Notifications: let only people you know through. Nothing answers by itself; say in the profile where to write.',
        de: 'Einstellungen > Benachrichtigungen: nur Bekannte durchlassen. Automatisch antwortet nichts; sagen Sie im Profil, wohin man schreibt.',
      },
      words,
    ),
  },
  limits: [
    high({ ...asPosts, what: 'post', most: 500, withWarning: true }, undefined, {
      note: {
        en: 'The content warning counts, @user@host counts as @user. The server itself says its limit: /api/v2/instance.',
        de: 'Die Inhaltswarnung zählt mit, @name@server zählt als @name. Was gilt, sagt der Server: /api/v2/instance.',
      },
    }),
    high({ ...asPosts, what: 'bio', most: 500 }, bios),
  ],
};
