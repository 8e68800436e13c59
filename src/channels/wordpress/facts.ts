import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

const deleting = 'https://wordpress.com/support/delete-site/';
const closing = 'https://en.support.wordpress.com/close-account/';

/** Leaving is told for WordPress.com; a WordPress of one's own is switched off by whoever runs its server. */
export const wordpressFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'whole',
    text: {
      en: 'Everything that is public: pages, feed, sitemap and the REST interface, which also says how many posts there are.',
      de: 'Alles Öffentliche: Seiten, Feed, Sitemap und die REST-Schnittstelle, die auch die Zahl der Beiträge nennt.',
    },
  }),
  openAddresses: medium(['/wp-json/wp/v2/', '/feed', '/wp-sitemap.xml', '/sitemap.xml', '/?rest_route='], undefined, {
    note: {
      en: 'X-WP-Total has the number of posts; ?rest_route= is for sites with plain links.',
      de: 'X-WP-Total nennt die Zahl der Beiträge; ?rest_route= gilt für Seiten mit einfachen Links.',
    },
  }),
  officialExport: medium(
    {
      en: 'WXR 1.0 to 1.2, an XML file that may come in parts. Pictures and films are only linked: they are not inside.',
      de: 'WXR 1.0 bis 1.2, eine XML-Datei, manchmal in Teilen. Bilder und Filme sind nur verlinkt, nicht enthalten.',
    },
    'https://developer.wordpress.org/cli/commands/export/',
  ),
  exportFiles: unknown(),
  exportPage: unknown(),
  deletionPage: high(deleting),
  deletionEffect: high(
    {
      en:
        'The site and all its content are deleted. Cancel all purchases first. Closing the whole account also ends the ' +
        'Gravatar that belongs to it.',
      de:
        'Die Website wird mit allen Inhalten gelöscht. Vorher alle kostenpflichtigen Leistungen kündigen. Wer das ganze ' +
        'Konto schließt, verliert auch den zugehörigen Gravatar.',
    },
    deleting,
  ),
  grace: [
    days.medium(30, closing, {
      en: 'WordPress.com can restore a closed account for 30 days.',
      de: '30 Tage lang kann WordPress.com ein geschlossenes Konto wiederherstellen.',
    }),
  ],
  waits: [unknown()],
  handleReuse: high(
    {
      en: 'A deleted wordpress.com address can never be used again, by nobody.',
      de: 'Eine gelöschte wordpress.com-Adresse kann niemand je wieder verwenden, auch man selbst nicht.',
    },
    deleting,
  ),
  exitModes: high(['delete'], deleting),
  loginToKeep: unknown(),
  limits: [unknown()],
};
