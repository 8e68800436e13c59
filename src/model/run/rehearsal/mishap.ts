/** What a rehearsal can let go wrong. */
export const mishapNames = ['export-late', 'approver-ill', 'account-locked', 'press-call', 'probe-says-alive'] as const;

export type MishapName = (typeof mishapNames)[number];

/** Somebody who had to know before the public, and since when they did. */
export interface Knew {
  readonly who: 'staff' | 'service' | 'partners';
  readonly step: string;
  /** null: not yet, when the call came. */
  readonly since: string | null;
}

/** What became of a mishap in a rehearsal. */
export interface MishapHit {
  readonly name: MishapName;
  /** null where this playbook has nothing that it could hit. */
  readonly step: string | null;
  /** When it struck, UTC ISO 8601. */
  readonly at: string | null;
  /** Names of whoever it struck. */
  readonly who: string | null;
  /** `approver-ill`: who approved in the end, and as what. `account-locked`: whether the release ran out meanwhile. */
  readonly end: 'delegate' | 'other' | 'waited' | 'open' | 'release-over' | 'in-time' | null;
  readonly instead: string | null;
  /** `press-call`: who knew by then. */
  readonly knew: readonly Knew[];
  /** `press-call`: when the announcement went out or is to go out; null where the playbook has none. */
  readonly announcedAt: string | null;
}

/**
 * Whether a step brings the official export, by the convention of its name: `export`, or `…/export` in a part.
 */
export function bringsExport(id: string): boolean {
  return id === 'export' || id.endsWith('/export');
}
