import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, low, unknown } = factsCheckedOn('2026-11-22');

const exporting = 'https://ghost.org/help/exports/';
const ending = 'https://ghost.org/help/manage-your-subscription/';

/** Deleting is told for Ghost(Pro); a Ghost of one's own is switched off by whoever runs its server. */
export const ghostFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'Public pages, the feed and the sitemap; the Content API needs a key.',
      de: 'Öffentliche Seiten, Feed und Sitemap; die Content-API verlangt einen Schlüssel.',
    },
  }),
  openAddresses: medium(['/rss', '/sitemap.xml']),
  officialExport: medium(
    {
      en: 'One JSON file with posts, pages, tags and settings. Members and image files are not inside.',
      de: 'Eine JSON-Datei mit Beiträgen, Seiten, Schlagwörtern und Einstellungen. Mitglieder und Bilddateien fehlen darin.',
    },
    'https://www.powershellgallery.com/packages/Ghost/0.2.0/Content/Public%5CExport-GhostContent.ps1',
  ),
  exportFiles: medium(['{"db":[{"meta":…,"data":…}]}']),
  exportPage: medium(exporting, exporting),
  deletionPage: medium(ending, ending),
  deletionEffect: medium(
    {
      en:
        'Ghost(Pro) deletes site and account at the end of the time that was paid. A whole archive is made only on request, ' +
        'before the subscription is cancelled.',
      de:
        'Ghost(Pro) löscht Website und Konto am Ende des bezahlten Zeitraums. Ein vollständiges Archiv gibt es nur auf ' +
        'Anfrage und nur vor der Kündigung.',
    },
    ending,
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: medium(['freeze', 'redirect', 'delete'], 'https://ghost.org/help/redirects/', {
    note: {
      en: 'Freezing and leading on last as long as something answers under the domain.',
      de: 'Einfrieren und Weiterleiten gelten, solange unter der Domain etwas antwortet.',
    },
  }),
  loginToKeep: unknown(),
  ways: {
    export: low(
      {
        en:
          'Settings > Advanced > Import/Export > Export; Ghost 6 calls it migration. Members: Members > the cog > Export all. ' +
          'Pictures only from the server: ghost backup, or the folder content/.',
        de:
          'Settings > Advanced > Import/Export > Export; in Ghost 6 heißt es Migration. Mitglieder: Members > Zahnrad > Export ' +
          'all. Bilder gibt es nur vom Server: ghost backup oder der Ordner content/.',
      },
      exporting,
    ),
    delete: medium(
      {
        en: 'Ghost(Pro), by the owner: Settings > Ghost(Pro) > cancel the subscription.',
        de: 'Ghost(Pro), nur durch den Inhaber: Settings > Ghost(Pro) > Abo kündigen.',
      },
      ending,
    ),
    redirect: medium(
      {
        en: 'Settings > Advanced > Labs > Redirects: upload redirects.yaml, with one line for each old path below 301.',
        de: 'Settings > Advanced > Labs > Redirects: redirects.yaml hochladen, unter 301 eine Zeile für jeden alten Pfad.',
      },
      'https://brightthemes.com/blog/ghost-redirects',
    ),
    profile: medium(
      {
        en: 'Settings > General > Title & description.',
        de: 'Unter Settings > General > Title & description.',
      },
      'https://ghost.org/help/',
    ),
    pin: low(
      {
        en: "In the post's own settings: Feature this post. Whether it stands on top, the theme decides.",
        de: 'In den Einstellungen des Beitrags: Feature this post. Ob er oben steht, entscheidet das Theme.',
      },
      'https://ghost.org/help/',
    ),
    messages: low(
      {
        en: 'Settings > Membership > Access: commenting and subscribing to Nobody.',
        de: 'Settings > Membership > Access: Kommentieren und Abonnieren auf Nobody stellen.',
      },
      'https://ghost.org/help/',
    ),
  },
  limits: [unknown()],
};
