import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown } = factsCheckedOn('2026-11-22');

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
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: high({
    en: 'The account is deleted and its name can never be used again. A redirect instead can be taken back; a move takes the followers along, not the posts.',
    de:
      'Das Konto wird gelöscht, sein Name ist für immer verbraucht. Eine Weiterleitung dagegen lässt sich zurücknehmen; ein ' +
      'Umzug nimmt die Follower mit, nicht die Beiträge.',
  }),
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
  handleReuse: high({
    en: 'After deletion the name is unusable on that server for ever.',
    de: 'Nach dem Löschen ist der Name auf diesem Server für immer unbrauchbar.',
  }),
  exitModes: high(['redirect', 'delete']),
  loginToKeep: unknown(),
  limits: [
    high({ what: 'post', most: 500, counting: 'graphemes', linkLength: 23 }, undefined, {
      note: {
        en: 'The content warning counts, @user@host counts as @user. The server itself says its limit: /api/v2/instance.',
        de: 'Die Inhaltswarnung zählt mit, @name@server zählt als @name. Was gilt, sagt der Server: /api/v2/instance.',
      },
    }),
    high({ what: 'bio', most: 500, counting: 'graphemes' }),
  ],
};
