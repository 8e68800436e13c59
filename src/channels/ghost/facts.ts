import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, unknown } = factsCheckedOn('2026-11-22');

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
  exportPage: unknown(),
  deletionPage: unknown(),
  deletionEffect: unknown(),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown(),
  exitModes: unknown(),
  loginToKeep: unknown(),
  limits: [unknown()],
};
