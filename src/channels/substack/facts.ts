import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, low, unknown } = factsCheckedOn('2026-11-22');

const exporting = 'https://support.substack.com/hc/en-us/articles/360037466012-How-do-I-export-my-posts';
const deleting = 'https://support.substack.com/hc/en-us/articles/360037465892-How-do-I-delete-my-Substack-publication';
const paid =
  'https://support.substack.com/hc/en-us/articles/360060408872-How-do-I-turn-off-paid-subscriptions-on-Substack';
const refunds = 'https://support.substack.com/hc/en-us/articles/8915992656660-What-is-Substack-s-refund-policy-';

export const substackFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Every public post: the archive can be listed to its end.',
      de: 'Alle öffentlichen Beiträge: Das Archiv lässt sich bis zum Ende auflisten.',
    },
  }),
  openAddresses: medium(['/api/v1/archive?sort=new&offset=N&limit=M', '/feed']),
  officialExport: medium({
    en: 'A ZIP with a list of the posts and one HTML file for each.',
    de: 'Ein ZIP mit einer Liste der Beiträge und je einer HTML-Datei.',
  }),
  exportFiles: medium(['posts.csv', 'posts/ID.slug.html']),
  exportPage: medium(exporting, exporting),
  deletionPage: medium(deleting, deleting),
  deletionEffect: high(
    {
      en:
        'Before deleting, end paid subscriptions: Settings > Danger Zone > Disconnect Stripe refunds and tells everybody who ' +
        'pays. Deleting by itself refunds nobody.',
      de:
        'Vor dem Löschen enden die Bezahlabos: Settings > Danger Zone > Disconnect Stripe erstattet das Geld und benachrichtigt ' +
        'alle, die zahlen. Das Löschen selbst zahlt niemandem etwas zurück.',
    },
    paid,
  ),
  grace: [unknown()],
  waits: [
    high(
      {
        days: 14,
        what: {
          en: 'until a refund shows on the card (Substack says up to 10 business days)',
          de: 'bis eine Erstattung auf der Karte erscheint (Substack nennt bis zu 10 Werktage)',
        },
      },
      refunds,
    ),
  ],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'delete'], refunds, {
    note: {
      en: 'Silent publications stay; whoever pays for one may ask for the money back. Deleting is what the help pages describe.',
      de: 'Stille Publikationen bleiben; wer für eine zahlt, kann sein Geld zurückverlangen. Das Löschen beschreiben die Hilfeseiten.',
    },
  }),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'Dashboard > Settings > Import / Export > Export > New export. The list of subscribers: Dashboard > Subscribers > Export.',
        de: 'Dashboard > Settings > Import / Export > Export > New export. Die Liste der Abonnenten: Dashboard > Subscribers > Export.',
      },
      exporting,
    ),
    deactivate: high(
      {
        en: 'Dashboard > Settings > Private mode. Then nobody reads a post whom you have not let in.',
        de: 'Dashboard > Settings > Private mode. Dann liest nur noch mit, wen Sie zulassen.',
      },
      'https://faq.substack.com/p/how-to-turn-on-private-mode-for-your',
    ),
    delete: medium(
      {
        en: 'Dashboard > Settings > Danger Zone > Delete publication.',
        de: 'Im Dashboard: Settings > Danger Zone > Delete publication.',
      },
      deleting,
    ),
    profile: medium(
      {
        en: 'Dashboard > Settings > Basics: name and short description.',
        de: 'Dashboard > Settings > Basics: Name und Kurzbeschreibung.',
      },
      'https://support.substack.com/hc/en-us',
    ),
    pin: low(
      {
        en: 'Dashboard > Posts > the three dots at the post > Pin to homepage.',
        de: 'Dashboard > Posts > die drei Punkte am Beitrag > Pin to homepage.',
      },
      'https://support.substack.com/hc/en-us',
    ),
    messages: low(
      {
        en: 'Dashboard > Settings > Community: comments, chat and direct messages.',
        de: 'Dashboard > Settings > Community: Kommentare, Chat und Direktnachrichten.',
      },
      'https://support.substack.com/hc/en-us',
    ),
  },
  limits: [unknown()],
};
