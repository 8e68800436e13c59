import type { Generated } from 'kysely';
import type { MatchedBy } from '../model/statement.ts';
import type { HoldRow, PruningRow } from './retention-tables.ts';
import type {
  ChannelLeaseRow,
  ScheduleNoticeRow,
  ScheduleRow,
  ScheduleSettingsRow,
  ScheduleStateRow,
} from './schedule-tables.ts';
import type { GonePostRow, SeenSnapshotRow, SightingRow } from './sighting-tables.ts';

/** The ledger's tables, as Kysely sees them. Dates are UTC ISO 8601 text, truth is 0 or 1: alike in every database. */
export interface LedgerTables {
  readonly migrations: MigrationRow;
  readonly snapshots: SnapshotRow;
  readonly posts: PostRow;
  readonly post_bodies: PostBodyRow;
  readonly post_words: PostWordsRow;
  readonly completeness: CompletenessRow;
  readonly seen_snapshots: SeenSnapshotRow;
  readonly sightings: SightingRow;
  readonly gone_posts: GonePostRow;
  readonly post_twins: PostTwinsRow;
  readonly exports: ExportRow;
  readonly accepted_gaps: AcceptedGapRow;
  readonly draft_approvals: DraftApprovalRow;
  readonly holds: Omit<HoldRow, 'number'> & { readonly number: Generated<number> };
  readonly prunings: PruningRow;
  readonly loose_posts: LoosePostRow;
  readonly held_posts: HeldPostRow;
  readonly runs: RunRow;
  readonly run_groups: RunGroupRow;
  readonly journal: JournalRow;
  readonly run_leases: RunLeaseRow;
  readonly run_timers: RunTimerRow;
  readonly run_states: RunStateRow;
  readonly vault_arrivals: VaultArrivalRow;
  readonly vault_entries: VaultEntryRow;
  readonly schedules: ScheduleRow;
  readonly schedule_settings: ScheduleSettingsRow;
  readonly schedule_states: ScheduleStateRow;
  readonly channel_leases: ChannelLeaseRow;
  readonly schedule_notices: ScheduleNoticeRow;
}

export interface MigrationRow {
  readonly number: number;
  readonly name: string;
}

export interface SnapshotRow {
  readonly id: string;
  readonly channel: string | null;
  readonly url: string;
  /** Below the workspace's folder relative to it with `/`, so that the folder can be moved; elsewhere absolute. */
  readonly file: string;
  readonly state: string;
  readonly pages: number;
  readonly gaps: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly signed: number;
  readonly started_at: string;
  readonly finished_at: string;
  /** Bytes that the vault holds for it; null for one from before this was written down. */
  readonly stored_bytes: number | null;
  readonly form: string;
}

/** A sealed snapshot on its way into the vault. */
export interface VaultArrivalRow {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly state: string;
  /** The sealed file; kept as `SnapshotRow.file` is. */
  readonly file: string;
  /** The snapshot and its completeness. */
  readonly json: string;
  readonly made: string | null;
  readonly started_at: string;
}

export interface VaultEntryRow {
  readonly channel: string;
  readonly seq: number;
  readonly kind: string;
  readonly name: string;
  readonly digest: string;
  /** The entry's file, to the byte: its signature cannot be made again the same. */
  readonly text: string;
  readonly is_put: number;
  readonly is_timestamped: number;
}

/** Where a post was read: official exports and crawls stand beside each other. */
export type PostOrigin = 'crawl' | 'export';

/** What posts are chosen and ordered by. The post itself is in post_bodies: a search runs over many of these rows. */
export interface PostRow {
  readonly place: Generated<number>;
  readonly channel: string;
  readonly origin: PostOrigin;
  readonly id: string;
  /** The snapshot or export that the post was read from; the post outlives it. */
  readonly snapshot: string;
  /** When that snapshot was begun, or that export was made. */
  readonly started_at: string;
  /** When the newest export was made that holds the post, be it a worse reading; null for crawls. */
  readonly exported_at: string | null;
  readonly kind: string;
  readonly is_own: number;
  /** To the millisecond, whatever the platform writes, so that text order is time order; null without a date. */
  readonly published: string | null;
  /** As `published`. */
  readonly edited: string | null;
  readonly is_whole: number;
  /** 0 for the one of two readings of a post that lists and searches leave out. */
  readonly is_shown: Generated<number>;
  /** 1 for what a statement counts: own posts that were public. */
  readonly is_stated: number;
  /** Of what the author made of it; counts and places in archives are left out. */
  readonly digest: string;
  /** See idForm. */
  readonly id_form: string | null;
  /** See postAddressKey; null without an address of its own. */
  readonly address_key: string | null;
  /** The beginning of the folded text; '' for a post of media alone, null for one that cannot be known by what it says. */
  readonly text_key: string | null;
  /** Digest of title and text, folded: readings with the same one say the same. */
  readonly told: string;
}

export interface PostBodyRow {
  readonly place: number;
  readonly json: string;
}

/** The words of a post, folded, in SQLite's FTS5; `rowid` is the post's place. */
export interface PostWordsRow {
  readonly rowid: number;
  readonly plain: string;
  readonly long: string;
}

/** A post that an export and a crawl both hold, by the places of its two rows. */
export interface PostTwinsRow {
  readonly export_place: number;
  readonly crawl_place: number;
  readonly channel: string;
  readonly matched_by: MatchedBy;
}

export interface ExportRow {
  readonly id: string;
  readonly channel: string;
  /** When the platform made it, or, where nothing says, when it was imported. */
  readonly at: string;
  readonly imported_at: string;
  /** Digests of its originals, sorted, with a space between. */
  readonly parts: string;
  readonly json: string;
}

/** One row for each time that somebody accepted a gap. */
export interface AcceptedGapRow {
  readonly number: Generated<number>;
  readonly gap: string;
  readonly channel: string;
  readonly by_whom: string;
  readonly why: string;
  readonly at: string;
}

/** Temporary: posts that have no twin yet and may find one by their text. */
export interface LoosePostRow {
  readonly text_key: string;
  readonly published: string;
  readonly origin: PostOrigin;
  readonly place: number;
  readonly id_form: string | null;
  readonly told: string;
}

/** Temporary: what a statement counts, each post once. */
export interface HeldPostRow {
  /** Of the row that is shown. */
  readonly place: number;
  readonly id: string;
  readonly holder: PostOrigin | 'both';
  readonly published: string | null;
  readonly kind: string;
  readonly matched_by: MatchedBy | null;
  readonly is_cut_off: number;
  readonly is_differing: number;
  /** null for what no export holds. */
  readonly exported_at: string | null;
}

export interface CompletenessRow {
  readonly snapshot: string;
  readonly channel: string;
  readonly started_at: string;
  readonly json: string;
}

/** What lists show of a run; all of it follows from its journal. */
export interface RunRow {
  /** In the order in which runs came into this ledger. */
  readonly place: Generated<number>;
  readonly id: string;
  readonly playbook: string;
  readonly version: number;
  readonly state: string;
  /** 1 behind the point of no return. */
  readonly is_past: number;
  /** JSON */
  readonly concurrency_groups: string;
  readonly started_at: string;
  readonly started_by: string;
  readonly changed_at: string;
  /** JSON: how many steps are in which state. */
  readonly steps: string;
  readonly head_seq: number;
  readonly head_hash: string;
}

/** Of runs that have not ended. */
export interface RunGroupRow {
  readonly name: string;
  readonly run: string;
}

/** One entry. The text is what is hashed; the columns repeat of it what is looked for. */
export interface JournalRow {
  readonly run: string;
  readonly seq: number;
  readonly step: string | null;
  readonly attempt: number | null;
  readonly epoch: number;
  readonly type: string;
  readonly at: string;
  readonly prev_hash: string;
  readonly hash: string;
  readonly text: string;
}

/** A lease that was taken and not given back; a run without a row is free. */
export interface RunLeaseRow {
  readonly run: string;
  readonly holder: string;
  readonly epoch: number;
  /** When it was taken or renewed. */
  readonly since: string;
  readonly until: string;
}

/** A timer that has not fired. */
export interface RunTimerRow {
  readonly run: string;
  readonly step: string;
  readonly timer: string;
  readonly due_at: string;
  readonly zone: string;
}

/** A state that was folded once; all of it follows from the journal, and nothing is lost with it. */
export interface RunStateRow {
  readonly run: string;
  /** The last entry that is folded into it. */
  readonly seq: number;
  readonly hash: string;
  /** The entry that brought the plan. */
  readonly plan_seq: number;
  /** `FOLD_VERSION` */
  readonly fold: number;
  readonly digest: string;
  readonly json: string;
}

/** Each time that somebody approved a draft. */
export interface DraftApprovalRow {
  readonly number: Generated<number>;
  readonly locale: string;
  readonly draft: string;
  readonly digest: string;
  readonly by_whom: string;
  readonly at: string;
}
