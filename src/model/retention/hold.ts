/** That snapshots have to stay, because somebody is bound to keep them: a lawsuit, an audit, a law. */
export interface Hold {
  readonly number: number;
  /** A snapshot's id, or null for all of the channel's, those that are still to come included. */
  readonly snapshot: string | null;
  readonly channel: string;
  readonly why: string;
  /** Id of a person of lastpost.yaml. */
  readonly by: string;
  /** UTC ISO 8601 */
  readonly at: string;
  /** null while it holds. */
  readonly released: { readonly by: string; readonly at: string; readonly why: string } | null;
}

export type NewHold = Omit<Hold, 'number' | 'released'>;

/** The ledger's page about holds. One that was released stays in it. */
export interface HoldStore {
  /** @returns its number */
  place(hold: NewHold): Promise<number>;
  /** @returns false when there is none with that number, or it was released before */
  release(number: number, released: NonNullable<Hold['released']>): Promise<boolean>;
  /** All, the oldest first. */
  list(): Promise<readonly Hold[]>;
}

export function holdsSnapshot(
  hold: Hold,
  { id, channel }: { readonly id: string; readonly channel: string | null },
): boolean {
  if (hold.released !== null || hold.channel !== channel) return false;
  return hold.snapshot === null || hold.snapshot === id;
}
