import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { high, medium, unknown, days } = factsCheckedOn('2026-11-22');

const deleting = 'https://wordpress.com/support/delete-site/';
const exporting = 'https://wordpress.com/support/export/';
const redirecting = 'https://wordpress.com/support/site-redirect/';
const changing = 'https://wordpress.com/support/changing-site-address/';
const unused = 'https://en.support.wordpress.com/recycling-blog-names/';
const restoring = 'https://www.hostney.com/blog/how-to-delete-a-wordpress-site';
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
  exportPage: medium(exporting, exporting),
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
    days.high(30, closing, {
      en: 'WordPress.com can restore a closed account for 30 days.',
      de: '30 Tage lang kann WordPress.com ein geschlossenes Konto wiederherstellen.',
    }),
    days.medium(30, restoring, {
      en: 'A deleted site can be had back for as long.',
      de: 'Ebenso lange lässt sich eine gelöschte Website zurückholen.',
    }),
  ],
  waits: [unknown()],
  handleReuse: high(
    {
      en: 'A deleted wordpress.com address can never be used again, by anybody.',
      de: 'Eine gelöschte wordpress.com-Adresse kann niemand je wieder verwenden, auch man selbst nicht.',
    },
    deleting,
  ),
  exitModes: high(['freeze', 'redirect', 'delete'], unused, {
    note: {
      en: 'A silent site stays. Leading on is a paid addition, Site Redirect.',
      de: 'Eine stille Website bleibt bestehen. Das Weiterleiten ist ein bezahlter Zusatz, Site Redirect.',
    },
  }),
  loginToKeep: unknown({
    en: 'No time is named: WordPress.com does not pass on addresses that look abandoned.',
    de: 'Eine Frist ist nicht genannt: WordPress.com vergibt Adressen nicht neu, die verlassen wirken.',
  }),
  ways: {
    export: medium(
      {
        en: 'Tools > Export > Export all; on WordPress.com the media library as a second file as well.',
        de: 'Werkzeuge > Daten exportieren > Alle Inhalte > Export-Datei herunterladen; bei WordPress.com dazu die Mediathek als zweite Datei.',
      },
      exporting,
    ),
    deactivate: medium(
      {
        en: 'Settings > Site visibility > Private. Then only those who are invited see the site.',
        de: 'Einstellungen > Sichtbarkeit der Website > Privat. Dann sehen nur noch Eingeladene die Website.',
      },
      deleting,
    ),
    delete: high(
      {
        en: 'Dashboard > the site > Settings > Delete site > Delete, then type the whole address and press Delete Site.',
        de: 'Dashboard > die Website > Einstellungen > Website löschen > Löschen, dann die ganze Adresse eintippen und noch einmal „Website löschen“.',
      },
      deleting,
    ),
    redirect: medium(
      {
        en: 'Upgrades > Domains > Site Redirect, paid by the year. It sends every address on with its path.',
        de: 'Upgrades > Domains > Site Redirect, jährlich zu bezahlen. Jede Adresse wird mitsamt ihrem Pfad weitergeleitet.',
      },
      redirecting,
    ),
    profile: medium(
      {
        en: 'Settings > General > Site title and tagline.',
        de: 'Einstellungen > Allgemein > Titel der Website und Untertitel.',
      },
      changing,
    ),
    pin: medium(
      {
        en: 'In the editor of the post, in its settings: Sticky.',
        de: 'Im Editor des Beitrags, in seinen Einstellungen: „Oben halten“.',
      },
      'https://wordpress.com/support/posts/sticky-posts/',
    ),
    messages: medium(
      {
        en: 'Settings > Discussion for new posts; for old ones Posts > select all > Edit > Comments > Do not allow.',
        de: 'Einstellungen > Diskussion für neue Beiträge; für alte Beiträge > alle auswählen > Bearbeiten > Kommentare > Nicht erlauben.',
      },
      'https://wordpress.com/support/settings/discussion-settings/',
    ),
  },
  limits: [unknown()],
};
