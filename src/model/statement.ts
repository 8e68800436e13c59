import type { Sha256 } from '../base/digest.ts';
import type { Verdict } from './completeness.ts';
import type { LeftOut } from './official-export.ts';
import type { LocalText, PlatformId } from './platform.ts';

/** By what a post of an export and one of a crawl were found to be the same. */
export type MatchedBy = 'id' | 'address' | 'text-and-time';

/** Posts by where they are held. `both` + `onlyExport` = `export`; `both` + `onlyCrawl` = `crawl`. */
export interface HeldPosts {
  readonly export: number;
  readonly crawl: number;
  readonly both: number;
  readonly onlyExport: number;
  readonly onlyCrawl: number;
}

/** A post as a statement names it. */
export interface NamedPost {
  readonly id: string | null;
  readonly url: string | null;
  /** UTC ISO 8601 */
  readonly published: string | null;
  /** The first words of it. */
  readonly words: string;
}

/** What the ledger says when the posts of a channel's exports and crawls are laid beside each other. */
export interface Reconciliation {
  readonly held: HeldPosts;
  /** `year` null: without a date. In the order of years, those without a date last. */
  readonly byYear: readonly ({ readonly year: number | null } & HeldPosts)[];
  readonly matchedBy: Readonly<Record<MatchedBy, number>>;
  /** Held by both, with other words or another title: edited between the two, or cut off in one. The list may be cut. */
  readonly differing: { readonly count: number; readonly posts: readonly NamedPost[] };
  /** The list may be cut. */
  readonly onlyExport: readonly NamedPost[];
  readonly onlyCrawl: readonly NamedPost[];
  /** Of `onlyCrawl`: published after the newest export was made, so that it could not hold them. */
  readonly newerThanExport: number;
  /** Of `onlyExport`: published after the newest crawl began. */
  readonly newerThanCrawl: number;
  /** Held by exports before, and no more by the newest. The list may be cut. */
  readonly gone: { readonly count: number; readonly posts: readonly NamedPost[] };
  /** Own posts cut off wherever they are held. The list may be cut. */
  readonly cutOff: { readonly count: number; readonly posts: readonly NamedPost[] };
  /** By kind of post, each once wherever it is held. */
  readonly byKind: Readonly<Record<string, number>>;
}

export type StatementGapKind =
  /** The platform counts more than export and crawl hold together. */
  | 'missing-posts'
  /** Posts that a list of the platform names, and neither holds. */
  | 'named-missing-posts'
  /** On the public pages, in no export. */
  | 'not-in-export'
  | 'export-parts-missing'
  | 'export-unreadable'
  | 'export-media-missing'
  | 'export-refused'
  | 'crawl-media-missing'
  | 'crawl-gaps'
  | 'cut-off'
  | 'gone-since-earlier-export'
  /** Nothing that can be relied on says how much there is. */
  | 'unproved'
  | 'no-export'
  | 'no-crawl';

/** Somebody took a gap on themselves. */
export interface GapAcceptance {
  /** The gap's id. */
  readonly gap: string;
  readonly channel: string;
  readonly by: string;
  readonly why: string;
  /** UTC ISO 8601 */
  readonly at: string;
}

export interface StatementGap {
  /** Made of the channel, the kind and exactly what is missing: when that changes, it has to be accepted anew. */
  readonly id: string;
  readonly kind: StatementGapKind;
  readonly count: number;
  readonly reason: LocalText;
  readonly remedy: LocalText;
  /** What is missing, by name; the list may be cut at 100. */
  readonly items: readonly string[];
  readonly accepted: GapAcceptance | null;
}

export interface StatementExport {
  readonly id: string;
  readonly dialect: string;
  readonly madeAt: string | null;
  readonly importedAt: string;
  readonly posts: number;
  readonly parts: readonly { readonly name: string; readonly bytes: number; readonly sha256: Sha256 }[];
}

export interface StatementSnapshot {
  readonly id: string;
  readonly startedAt: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly verdict: Verdict | null;
}

/** What the platform itself says, with its proof. */
export interface StatementClaim {
  readonly name: string;
  readonly count: number;
  /** UTC ISO 8601 */
  readonly at: string;
  readonly reach: 'exact' | 'more-hidden' | 'at-least' | 'rounded';
  /** WARC record, or the file of the export that says so. */
  readonly proof: string;
}

/** Export × crawl × the platform's own count, for one channel. Somebody will press Delete on the strength of it. */
export interface CompletenessStatement {
  readonly version: 1;
  readonly brand: string;
  readonly channel: string;
  readonly title: string;
  readonly platform: PlatformId;
  /** As people call it: `X`, `Mastodon`. */
  readonly platformName: string;
  readonly url: string;
  /** UTC ISO 8601 */
  readonly statedAt: string;
  readonly verdict: Verdict;
  readonly because: LocalText;
  readonly platformSays: readonly StatementClaim[];
  /** The number that the platform says counts; null when nothing says, or nothing that can be relied on. */
  readonly expected: number | null;
  /** Posts that export and crawl hold together, each once. */
  readonly holds: number;
  readonly missing: number | null;
  readonly posts: Reconciliation;
  readonly media: {
    readonly export: {
      readonly known: number;
      readonly had: number;
      readonly missing: number;
      readonly elsewhere: number;
    } | null;
    readonly crawl: { readonly known: number; readonly had: number; readonly missing: number } | null;
  };
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  readonly gaps: readonly StatementGap[];
  readonly exports: readonly StatementExport[];
  readonly snapshots: readonly StatementSnapshot[];
  readonly notes: readonly LocalText[];
}

/** What may be required of a statement before something that cannot be undone: no gap at all, or none that nobody accepted. */
export type StatementRequirement = 'complete' | 'accepted';

/**
 * Whether a statement is good enough. Open gaps never are; a person may accept what is named, gap by gap. That nothing
 * proves the number is a gap as well, so that a verdict which names none has nothing that could be accepted.
 */
export function meetsRequirement(
  { verdict, gaps }: Pick<CompletenessStatement, 'verdict' | 'gaps'>,
  required: StatementRequirement,
): boolean {
  if (verdict === 'complete') return gaps.length === 0;
  if (required === 'complete') return false;
  return gaps.length > 0 && gaps.every(({ accepted }) => accepted !== null);
}
