import type { Sha256 } from '../base/digest.ts';
import type { CompletenessReport } from './completeness.ts';
import type { Snapshot } from './snapshot.ts';
import type { ChainFacts, WrittenEntry } from './vault-chain.ts';

/** How a snapshot's file is stored: as it is, or as what changed since an earlier one of the channel. */
export type StoredForm = 'whole' | 'delta';

/** How far a sealed snapshot has come on its way into the vault. */
export type ArrivalState = 'begun' | 'made' | 'stored' | 'entered';

/** A sealed snapshot on its way into the vault. */
export interface Arrival {
  /** `file` is the sealed one, still local. */
  readonly snapshot: Snapshot & { readonly channel: string };
  readonly completeness: CompletenessReport;
  /** `<UTC>.wacz`: held for it alone. */
  readonly name: string;
  readonly state: ArrivalState;
  /** Of the file that is put into the vault; null until it is made. */
  readonly made: MadeFile | null;
}

/** A local file that goes into the vault as it is. */
export interface MadeFile {
  readonly path: string;
  /** In the vault. */
  readonly key: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly form: StoredForm;
}

/** An entry of the chain, as the ledger keeps it. */
export interface KeptEntry extends WrittenEntry {
  /** True when the vault has it as well. */
  readonly isPut: boolean;
  /** True when the vault has a timestamp of it. */
  readonly isTimestamped: boolean;
}

/** The ledger's pages about the vault. */
export interface VaultStore {
  /**
   * Notes that a sealed snapshot is to be brought in, and holds the first free name of `names` for it. Calling again for the
   * same snapshot gives what was noted the first time.
   */
  begin(arrival: Pick<Arrival, 'snapshot' | 'completeness'>, names: Iterable<string>): Promise<Arrival>;
  /** Of one that was made already the first stays: two processes that encrypt the same file make two. */
  made(id: string, file: MadeFile): Promise<MadeFile>;
  advance(id: string, state: 'stored' | 'entered'): Promise<void>;
  /** Forgets an arrival; its snapshot is in the ledger. */
  finish(id: string): Promise<void>;
  /** Oldest first. */
  arrivals(channel?: string): Promise<readonly Arrival[]>;
  /** Channels that have entries. */
  channels(): Promise<readonly string[]>;
  /**
   * Appends an entry for these facts, made by `write` of the last one, unless there is one of this kind and name already.
   * Others wait meanwhile, so no two entries get one number.
   */
  append(
    facts: ChainFacts,
    write: (last: { readonly seq: number; readonly digest: Sha256 } | undefined) => WrittenEntry,
  ): Promise<void>;
  /** In order. */
  entries(channel: string): Promise<readonly KeptEntry[]>;
  marked(channel: string, seq: number, what: 'put' | 'timestamped'): Promise<void>;
  /** Takes over an entry as a vault has it. Calling again changes nothing. @throws KnownError `vault.other-history` */
  adopt(written: WrittenEntry): Promise<void>;
}
