/** One thing that is not as it should be in a vault. */
export interface VaultProblem {
  /** Stable dotted rule id: `file.missing`, `file.changed`, `chain.order` … docs/vault.md tells what each means. */
  readonly rule: string;
  readonly channel: string;
  /** As people know it: path or s3:// address. */
  readonly file: string;
  readonly message: string;
}

/** Where a channel's chain ends. Whoever writes `digest` down elsewhere can prove later that nothing before it was changed. */
export interface ChainHead {
  readonly channel: string;
  readonly seq: number;
  readonly digest: string;
  readonly entered_at: string;
  /** Public keys that signed entries, in the order of their first. */
  readonly signers: readonly string[];
  /** How many of the entries have a timestamp. */
  readonly timestamps: number;
}

export interface VaultCounts {
  readonly channels: number;
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
  /** Files that were read now, and those that had been and are as they were. */
  readonly read: number;
  readonly known: number;
}

/** What timestamp authorities say of the entries. */
export interface TimestampReport {
  /** Sound ones. */
  readonly tokens: number;
  /** Entries of which the vault has none. */
  readonly without: number;
  readonly authorities: readonly SeenAuthority[];
}

export interface SeenAuthority {
  /** The subject of the certificate that it signed with. */
  readonly name: string;
  readonly tokens: number;
  /** `not-checked`: it is not said which roots are trusted, so anybody may call himself by this name. */
  readonly trust: 'root' | 'not-checked';
}

/** What a bucket does for the files in it. */
export interface BucketTraits {
  /** False: two machines could overwrite each other. null: it could not be found out. */
  readonly keeps_names: boolean | null;
  /** Whether what is overwritten or deleted is kept. */
  readonly versioning: 'on' | 'off' | 'unknown';
}

export interface VaultReport {
  readonly ok: boolean;
  readonly place: string;
  readonly problems: readonly VaultProblem[];
  readonly counts: VaultCounts;
  readonly heads: readonly ChainHead[];
  readonly timestamps: TimestampReport;
  /** null for a folder. */
  readonly bucket: BucketTraits | null;
  /** In the ledger, and not in a chain yet: the next snapshot of the channel enters them. */
  readonly unchained: number;
}
