import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { medium, low, unknown } = factsCheckedOn('2026-11-22');

/** A copy of what LinkedIn says about roles: only super admins deactivate a page, every role exports its analytics. */
const roles = 'http://pathoyeastract.org/a550647.html';
const help = 'https://www.linkedin.com/help/linkedin';

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
  deletionEffect: low(
    {
      en: 'A super admin deactivates the page. Whether and how long that can be taken back was not found.',
      de: 'Deaktivieren kann die Seite nur ein Super-Admin. Ob und wie lange sich das zurücknehmen lässt, war nicht zu finden.',
    },
    roles,
  ),
  grace: [unknown()],
  waits: [unknown()],
  handleReuse: unknown({
    en: 'Whether the address of a page can be taken by somebody else was looked for and not found.',
    de: 'Ob jemand anders die Adresse einer Seite übernehmen kann, war nicht herauszufinden.',
  }),
  exitModes: low(['freeze', 'delete'], roles, {
    note: {
      en: 'A silent page stays as long as it has a super admin; nothing was found that says otherwise.',
      de: 'Eine stille Seite bleibt, solange sie einen Super-Admin hat; Gegenteiliges war nicht zu finden.',
    },
  }),
  loginToKeep: unknown(),
  ways: {
    export: medium(
      {
        en: 'A page has no export of its posts. Its figures: admin view > Analytics > Content > Export.',
        de: 'Für Beiträge einer Seite gibt es keinen Export. Die Zahlen: Admin-Ansicht > Analysen > Inhalt > Exportieren.',
      },
      roles,
    ),
    deactivate: medium(
      {
        en: 'Admin view of the page > Settings > Deactivate page. Only super admins see it.',
        de: 'Admin-Ansicht der Seite > Einstellungen > Seite deaktivieren. Nur Super-Admins sehen das.',
      },
      roles,
    ),
    delete: medium(
      {
        en: 'Admin view of the page > Settings > Deactivate page. LinkedIn offers no other way of deleting a page.',
        de: 'Admin-Ansicht der Seite > Einstellungen > Seite deaktivieren. Einen anderen Weg, eine Seite zu löschen, bietet LinkedIn nicht.',
      },
      roles,
    ),
    profile: low(
      {
        en: 'Admin view of the page > Edit page.',
        de: 'Admin-Ansicht der Seite > Seite bearbeiten.',
      },
      help,
    ),
    pin: low(
      {
        en: 'The three dots above the post > Pin to top.',
        de: 'Die drei Punkte über dem Beitrag > Oben anheften.',
      },
      help,
    ),
    messages: low(
      {
        en: 'Admin view of the page > Inbox; it is switched off under Settings. Not every page has one.',
        de: 'Admin-Ansicht der Seite > Posteingang; abgeschaltet wird er unter Einstellungen. Nicht jede Seite hat einen.',
      },
      roles,
    ),
  },
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
