import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, low, unknown } = factsCheckedOn('2026-11-22');

export const linkedinFacts: ChannelFacts = {
  publicAccess: medium({
    level: 'part',
    text: {
      en: 'A guest page with a few posts.',
      de: 'Eine Gästeseite mit wenigen Beiträgen.',
    },
  }),
  openAddresses: unknown(),
  officialExport: medium({
    en:
      'For a personal profile a ZIP with CSV files and articles; its dates come in several forms. For a company page ' +
      'there is no archive of the posts, only statistics for about 365 days as XLS: take a snapshot while logged in.',
    de:
      'Für ein persönliches Profil ein ZIP mit CSV-Dateien und Artikeln; Datumsangaben stehen darin in mehreren ' +
      'Schreibweisen. Für eine Unternehmensseite gibt es kein Archiv der Beiträge, nur Statistiken über rund 365 Tage ' +
      'als XLS: Hier hilft nur ein Snapshot mit Anmeldung.',
  }),
  exportFiles: medium([
    'Basic_LinkedInDataExport_*.zip',
    'Complete_LinkedInDataExport_*.zip',
    'Shares.csv',
    'Comments.csv',
    'Articles/*.html',
  ]),
  exportPage: medium(
    'https://www.linkedin.com/help/linkedin/answer/a1339364',
    'http://pathoyeastract.org/indexc22c-26.html',
    {
      note: {
        en: 'For personal profiles; the page explains the way to the button.',
        de: 'Für persönliche Profile; die Seite beschreibt den Weg zur Schaltfläche.',
      },
    },
  ),
  deletionPage: unknown(),
  deletionEffect: low({
    en: 'A super admin deactivates the page.',
    de: 'Deaktivieren kann die Seite nur, wer Super-Admin ist.',
  }),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown({
    en: 'Whether the address of a page can be taken by somebody else was looked for and not found.',
    de: 'Ob jemand anders die Adresse einer Seite übernehmen kann, war nicht herauszufinden.',
  }),
  exitModes: low(['delete']),
  loginToKeep: unknown(),
  limits: [
    medium({ what: 'post', most: 3000, counting: 'utf-16' }),
    medium({ what: 'about', most: 2000, counting: 'utf-16' }),
    medium({ what: 'tagline', most: 120, counting: 'utf-16' }),
    medium({ what: 'fold', most: 140, counting: 'utf-16' }, undefined, {
      note: {
        en: 'Sources put the "see more" between 140 and 210.',
        de: 'Die Quellen nennen für „mehr anzeigen“ Werte zwischen 140 und 210.',
      },
    }),
    medium({ what: 'fold', most: 210, counting: 'utf-16' }),
  ],
};
