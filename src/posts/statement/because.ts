import { dayIn, numberIn } from '../../base/local-format.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { type CountedThing, counted, listed } from '../counted-words.ts';
import type { FoundGap } from './find-statement-gaps.ts';

/** The numbers that a verdict is told with. */
export interface Facts {
  readonly holds: number;
  readonly expected: number | null;
  readonly both: number;
  readonly onlyExport: number;
  readonly onlyCrawl: number;
  readonly crawl: number;
  readonly export: number;
  readonly missing: number;
  readonly named: number;
  readonly newer: number;
  /** Of kinds that nothing counts. */
  readonly others: number;
  readonly lostFiles: number;
  /** UTC ISO 8601, of the newest export; null without one. */
  readonly exportAt: string | null;
  /** What it says of itself. */
  readonly exportSays: number | null;
  readonly crawlAt: string | null;
  /** The platform's number where it is none that counts. */
  readonly inexact: number | null;
  readonly proof: 'number' | 'crawl' | 'export' | 'nothing-there' | null;
  readonly gaps: readonly FoundGap[];
}

const nouns: Readonly<Record<FactLanguage, Readonly<Partial<Record<FoundGap['kind'], readonly [string, string]>>>>> = {
  en: {
    'not-in-export': ['post that the export lacks', 'posts that the export lacks'],
    'export-parts-missing': ['missing part of the export', 'missing parts of the export'],
    'export-unreadable': ['unreadable record', 'unreadable records'],
    'export-refused': ['refused entry of the export', 'refused entries of the export'],
    'gone-since-earlier-export': ['post that only an earlier export has', 'posts that only an earlier export has'],
  },
  de: {
    'not-in-export': ['Beitrag, der im Export fehlt', 'Beiträge, die im Export fehlen'],
    'export-parts-missing': ['fehlender Teil des Exports', 'fehlende Teile des Exports'],
    'export-unreadable': ['nicht lesbarer Datensatz', 'nicht lesbare Datensätze'],
    'export-refused': ['abgewiesener Eintrag des Exports', 'abgewiesene Einträge des Exports'],
    'gone-since-earlier-export': [
      'Beitrag, den nur ein früherer Export hat',
      'Beiträge, die nur ein früherer Export hat',
    ],
  },
};

const things: Readonly<Partial<Record<FoundGap['kind'], CountedThing>>> = {
  'named-missing-posts': 'post',
  'missing-posts': 'post',
  'export-media-missing': 'medium',
  'crawl-media-missing': 'medium',
  'crawl-gaps': 'gap',
  'cut-off': 'cut-off',
};

/** `2 posts, 1 unreadable record and 3 gaps in the pages` */
export function gapList(language: FactLanguage, gaps: readonly FoundGap[]): string {
  const words = gaps.flatMap(({ kind, count }) => {
    const thing = things[kind];
    if (thing !== undefined) return [counted(language, count, thing)];
    const [one, many] = nouns[language][kind] ?? [];
    return one === undefined || many === undefined ? [] : [`${numberIn(language, count)} ${count === 1 ? one : many}`];
  });
  return listed(language, words);
}

/** The day that a sentence names; '' where it is not known. */
export function dayOf(language: FactLanguage, iso: string | null): string {
  return iso === null ? '' : dayIn(language, iso);
}
