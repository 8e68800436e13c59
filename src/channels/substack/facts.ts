import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown } = factsCheckedOn('2026-11-22');

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
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: high(
    {
      en: 'Before deleting, turn off paid subscriptions and disconnect Stripe. Deleting by itself refunds nobody.',
      de: 'Vor dem Löschen die Bezahlabos abschalten und Stripe trennen. Das Löschen selbst zahlt niemandem etwas zurück.',
    },
    undefined,
    {
      note: {
        en: 'How to: support.substack.com/hc/en-us/articles/360060408872. Disconnecting there refunds paying subscribers.',
        de: 'So geht es: support.substack.com/hc/en-us/articles/360060408872. Wer dort trennt, erstattet den Abonnenten das Geld.',
      },
    },
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: high(['delete']),
  loginToKeep: unknown(),
  limits: [unknown()],
};
