import type { Verdict } from './completeness.ts';
import type { LeftOut } from './official-export.ts';
import type { FactLanguage } from './platform.ts';
import type { MatchedBy, StatementClaim } from './statement.ts';

/** What a statement is told with, on a page as in a terminal. */
export interface StatementWords {
  readonly title: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly posts: string;
  readonly platformSays: string;
  readonly exportHolds: string;
  readonly crawlHolds: string;
  readonly both: string;
  readonly onlyExport: string;
  readonly onlyCrawl: string;
  readonly together: string;
  readonly missing: string;
  /** Of pictures and films. */
  readonly lacking: string;
  readonly nothingSays: string;
  readonly media: string;
  readonly known: string;
  readonly had: string;
  /** Those that exports of this kind never hold. */
  readonly elsewhere: string;
  readonly inExport: string;
  readonly inCrawl: string;
  readonly years: string;
  readonly year: string;
  readonly undated: string;
  readonly matched: string;
  readonly matchedBy: Readonly<Record<MatchedBy, string>>;
  readonly differing: (count: string) => string;
  readonly leftOut: string;
  readonly leftOutKinds: Readonly<Record<LeftOut, string>>;
  readonly gaps: string;
  readonly noGaps: string;
  readonly remedy: string;
  readonly open: string;
  readonly accepted: (by: string, at: string, why: string) => string;
  readonly more: (count: string) => string;
  readonly notes: string;
  readonly claims: string;
  readonly reach: Readonly<Record<StatementClaim['reach'], string>>;
  readonly sources: string;
  readonly exportOf: (madeAt: string) => string;
  readonly unknownDate: string;
  readonly snapshotOf: (startedAt: string) => string;
}

const en: StatementWords = {
  title: 'Completeness statement',
  verdicts: {
    complete: 'Complete',
    'complete-with-named-gaps': 'Complete, with named gaps',
    incomplete: 'Incomplete',
    'cannot-tell': 'Cannot tell',
  },
  posts: 'Posts',
  platformSays: 'The platform says',
  exportHolds: 'The export holds',
  crawlHolds: 'The crawl holds',
  both: 'in both',
  onlyExport: 'only in the export',
  onlyCrawl: 'only in the crawl',
  together: 'Together',
  missing: 'Missing',
  lacking: 'missing',
  nothingSays: 'nothing',
  media: 'Pictures and films',
  known: 'known',
  had: 'here',
  elsewhere: 'never in an export of this kind',
  inExport: 'in the export',
  inCrawl: 'in the crawl',
  years: 'By year',
  year: 'Year',
  undated: 'undated',
  matched: 'Recognised as the same post',
  matchedBy: { id: 'by its id', address: 'by its address', 'text-and-time': 'by text and time' },
  differing: (count) => `${count} of them with another text in export and crawl (edited, or cut off in one)`,
  leftOut: 'Left out of the export',
  leftOutKinds: {
    'followers-only': 'for followers only',
    private: 'private',
    drafts: 'drafts',
    scheduled: 'scheduled',
    deleted: 'deleted',
    'direct-messages': 'direct messages',
    'comments-by-others': 'comments by others',
    'likes-and-bookmarks': 'likes and bookmarks',
    contacts: 'contacts',
    advertising: 'advertising',
    others: 'other things',
  },
  gaps: 'Gaps',
  noGaps: 'None.',
  remedy: 'What to do',
  open: 'Open: nobody has accepted this gap.',
  accepted: (by, at, why) => `Accepted by ${by} on ${at}: ${why}`,
  more: (count) => `and ${count} more`,
  notes: 'Notes',
  claims: 'What the platform says, and its proof',
  reach: {
    exact: 'exact',
    'more-hidden': 'may count hidden posts too',
    'at-least': 'at least',
    rounded: 'rounded',
  },
  sources: 'Sources',
  exportOf: (madeAt) => `Official export of ${madeAt}`,
  unknownDate: 'an unknown date',
  snapshotOf: (startedAt) => `Snapshot of ${startedAt}`,
};

const de: StatementWords = {
  title: 'Vollständigkeitserklärung',
  verdicts: {
    complete: 'Vollständig',
    'complete-with-named-gaps': 'Vollständig, bis auf benannte Lücken',
    incomplete: 'Unvollständig',
    'cannot-tell': 'Nicht zu sagen',
  },
  posts: 'Beiträge',
  platformSays: 'Die Plattform nennt',
  exportHolds: 'Der Export enthält',
  crawlHolds: 'Die Sicherung enthält',
  both: 'in beiden',
  onlyExport: 'nur im Export',
  onlyCrawl: 'nur in der Sicherung',
  together: 'Zusammen',
  missing: 'Es fehlen',
  lacking: 'fehlend',
  nothingSays: 'nichts',
  media: 'Bilder und Filme',
  known: 'bekannt',
  had: 'vorhanden',
  elsewhere: 'in Exporten dieser Art nie enthalten',
  inExport: 'im Export',
  inCrawl: 'in der Sicherung',
  years: 'Nach Jahren',
  year: 'Jahr',
  undated: 'ohne Datum',
  matched: 'Als derselbe Beitrag erkannt',
  matchedBy: { id: 'an seiner Kennung', address: 'an seiner Adresse', 'text-and-time': 'an Text und Zeit' },
  differing: (count) => `${count} davon mit anderem Text in Export und Sicherung (bearbeitet oder in einem gekürzt)`,
  leftOut: 'Aus dem Export nicht übernommen',
  leftOutKinds: {
    'followers-only': 'nur für Follower',
    private: 'privat',
    drafts: 'Entwürfe',
    scheduled: 'geplant',
    deleted: 'gelöscht',
    'direct-messages': 'Direktnachrichten',
    'comments-by-others': 'Kommentare anderer',
    'likes-and-bookmarks': 'Gefällt mir und Lesezeichen',
    contacts: 'Kontakte',
    advertising: 'Werbung',
    others: 'Sonstiges',
  },
  gaps: 'Lücken',
  noGaps: 'Keine.',
  remedy: 'Was zu tun ist',
  open: 'Offen: Niemand hat diese Lücke angenommen.',
  accepted: (by, at, why) => `Angenommen von ${by} am ${at}: ${why}`,
  more: (count) => `und ${count} weitere`,
  notes: 'Anmerkungen',
  claims: 'Was die Plattform sagt, mit Beleg',
  reach: {
    exact: 'genau',
    'more-hidden': 'zählt vielleicht Verborgenes mit',
    'at-least': 'mindestens',
    rounded: 'gerundet',
  },
  sources: 'Quellen',
  exportOf: (madeAt) => `Offizieller Export vom ${madeAt}`,
  unknownDate: 'unbekanntem Tag',
  snapshotOf: (startedAt) => `Sicherung vom ${startedAt}`,
};

export const statementWords: Readonly<Record<FactLanguage, StatementWords>> = { de, en };
