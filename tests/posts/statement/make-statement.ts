import type { Sha256 } from '../../../src/base/digest.ts';
import type { CompletenessReport, MadeClaim, MissingPost } from '../../../src/model/completeness.ts';
import type { Claim } from '../../../src/model/finding.ts';
import type { ExportReport } from '../../../src/model/official-export.ts';
import type { HeldPosts, NamedPost, Reconciliation, StatementSnapshot } from '../../../src/model/statement.ts';
import { stateCompleteness } from '../../../src/posts/statement/state-completeness.ts';
import type { StatementInput } from '../../../src/posts/statement/statement-input.ts';
import { recordAt } from '../make-assessment.ts';

export const crawledAt = '2026-11-20T09:00:00.000Z';
/** A day after the crawl began. */
export const exportedAt = '2026-11-21T09:00:00.000Z';
export const exportedBefore = '2026-11-19T09:00:00.000Z';
export const now = new Date('2026-11-25T10:30:00.000Z');

export function digestOf(letter: string): Sha256 {
  return `sha256:${letter.repeat(64)}`;
}

export function says(count: number, parts: Partial<Claim> = {}): MadeClaim {
  const kinds = ['post', 'reply', 'quote', 'repost'] as const;
  return { name: 'statuses_count', count, kinds, reach: 'exact', archive: recordAt(1), ...parts };
}

/** A crawl that a wall stopped; nothing proves it by itself. */
export function crawled(parts: Partial<CompletenessReport> = {}): CompletenessReport {
  return {
    version: 1,
    platform: 'x',
    channel: 'x',
    url: 'https://x.example/aurora',
    verdict: 'incomplete',
    because: { en: 'A wall.', de: 'Eine Schranke.' },
    expected: null,
    have: 0,
    posts: 0,
    byKind: { post: 1 },
    comments: 0,
    missing: null,
    missingPosts: [],
    claims: [],
    media: { known: 0, had: 0, missing: [] },
    unreadable: [],
    gone: [],
    gaps: [],
    notes: [],
    evidence: [],
    profile: null,
    assessedAt: crawledAt,
    ...parts,
  };
}

export function missingPost(id: string): MissingPost {
  const url = `https://x.example/aurora/status/${id}`;
  return { id, url, published: null, list: 'sitemap', why: 'It answered 404.', archive: null };
}

/** An export that says nothing of itself. */
export function exported(parts: Partial<ExportReport> = {}): ExportReport {
  return {
    version: 1,
    id: 'e1',
    channel: 'x',
    platform: 'x',
    dialect: 'x-2023',
    owner: { id: null, handle: 'aurora', name: null, url: null },
    madeAt: exportedAt,
    importedAt: '2026-11-24T10:00:00.000Z',
    parts: [{ name: 'twitter-aurora.zip', file: 'vault/twitter-aurora.zip', bytes: 4_812_000, sha256: digestOf('a') }],
    missingParts: [],
    posts: 100,
    byKind: { post: 100 },
    oldest: null,
    newest: null,
    leftOut: {},
    included: [],
    unreadableCount: 0,
    unreadable: [],
    repeated: 0,
    cutOff: 0,
    media: { known: 0, had: 0, missing: [], elsewhere: 0, missingCount: 0 },
    refused: [],
    claims: [],
    notes: [],
    profile: null,
    ...parts,
  };
}

/** What a manifest says. */
export function manifest(count: number, parts: Partial<Claim> = {}): ExportReport['claims'][number] {
  const { archive: _, ...claim } = says(count, { name: 'manifest.js tweets', ...parts });
  return { ...claim, file: 'data/manifest.js' };
}

/** An export that holds so many, says so, and was read whole. */
export function wholeExport(count: number, parts: Partial<ExportReport> = {}): ExportReport {
  return exported({ posts: count, byKind: { post: count }, claims: [manifest(count)], ...parts });
}

export function named(id: string, parts: Partial<NamedPost> = {}): NamedPost {
  return {
    id,
    url: `https://x.example/aurora/status/${id}`,
    published: '2024-03-01T12:00:00.000Z',
    words: `Post ${id}`,
    ...parts,
  };
}

export interface Held {
  readonly both?: number;
  readonly onlyExport?: number;
  readonly onlyCrawl?: number;
}

export function heldOf({ both = 0, onlyExport = 0, onlyCrawl = 0 }: Held): HeldPosts {
  return { export: both + onlyExport, crawl: both + onlyCrawl, both, onlyExport, onlyCrawl };
}

export function reconciled(held: Held, parts: Partial<Reconciliation> = {}): Reconciliation {
  const counts = heldOf(held);
  const holds = counts.both + counts.onlyExport + counts.onlyCrawl;
  const list = (count: number, first: number): readonly NamedPost[] =>
    Array.from({ length: Math.min(count, 1000) }, (_, at) => named(String(first + at)));
  return {
    held: counts,
    byYear: holds === 0 ? [] : [{ year: 2024, ...counts }],
    matchedBy: { id: counts.both, address: 0, 'text-and-time': 0 },
    differing: { count: 0, posts: [] },
    onlyExport: list(counts.onlyExport, 1000),
    onlyCrawl: list(counts.onlyCrawl, 5000),
    newerThanExport: 0,
    newerThanCrawl: 0,
    gone: { count: 0, posts: [] },
    cutOff: { count: 0, posts: [] },
    byKind: holds === 0 ? {} : { post: holds },
    ...parts,
  };
}

export const snapshot: StatementSnapshot = {
  id: '0198c1d2-0000-7000-8000-000000000001',
  startedAt: crawledAt,
  bytes: 12_400_000,
  sha256: digestOf('b'),
  verdict: 'incomplete',
};

export interface Situation extends Partial<Omit<StatementInput, 'crawl' | 'posts'>> {
  readonly crawl?: Partial<CompletenessReport> | null;
  readonly held?: Held;
  readonly posts?: Partial<Reconciliation>;
}

export function inputOf({ crawl = {}, held = {}, posts = {}, ...others }: Situation): StatementInput {
  return {
    channel: {
      brand: 'Aurora Tea',
      id: 'x',
      title: 'Aurora on X',
      platform: 'x',
      platformName: 'X',
      url: 'https://x.example/aurora',
    },
    crawl: crawl === null ? null : { report: crawled(crawl), startedAt: crawledAt },
    snapshots: crawl === null ? [] : [snapshot],
    exports: [],
    lostFiles: [],
    posts: reconciled(held, posts),
    isHeld: () => false,
    acceptances: [],
    now,
    ...others,
  };
}

export function state(situation: Situation) {
  return stateCompleteness(inputOf(situation));
}
