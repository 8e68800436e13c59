import type { Sha256 } from '../base/digest.ts';

/** Bytes that are to be put into a vault. They can be read more than once: a connection may be cut in the middle. */
export interface VaultSource {
  readonly bytes: number;
  readonly sha256: Sha256;
  open(): AsyncIterable<Uint8Array>;
  /** Absolute path, where they are a local file whose bytes nobody changes any more. */
  readonly path?: string;
}

export interface VaultStat {
  readonly bytes: number;
  /** Changes when the bytes were changed by anybody who does it in the open: time and size, or what S3 calls the ETag. */
  readonly tag: string;
}

export interface VaultItem extends VaultStat {
  readonly key: string;
}

export interface VaultRange {
  readonly startByte: number;
  /** Of the first byte that is not wanted. */
  readonly endByte: number;
}

export interface PutOptions {
  readonly signal?: AbortSignal;
  /** Hears how many bytes of it have arrived. */
  readonly onBytes?: (bytes: number) => void;
}

/** What differs from one server of buckets to another. What cannot be found out is no error. */
export interface BucketQuestions {
  /**
   * Whether it refuses a second file under one name (If-None-Match), without which two machines could overwrite each other.
   * @param key of a file that is there
   * @param same its bytes: a server that refuses nothing gets what it has
   */
  keepsNames(key: string, same: VaultSource): Promise<boolean | undefined>;
  /** Whether it keeps what was overwritten or deleted. */
  versioning(): Promise<'on' | 'off' | 'unknown'>;
}

/**
 * Files in a vault. A key is `<channel>/<name>`, with `/` everywhere. What is in a vault is never replaced.
 * Every method @throws KnownError `vault.no-bucket`, `vault.denied`, `vault.expired`, `vault.unreachable`, `vault.cannot-write`,
 * `vault.disk-full` as it applies, and the signal's reason.
 */
export interface VaultFiles {
  /** For people: a folder, or `s3://bucket/prefix`. */
  readonly place: string;
  /** Absent where it is none. */
  readonly bucket?: BucketQuestions;
  /**
   * Puts a whole file, and asks the vault whether it has all of it. Safe to call again: the same bytes under the same key are
   * fine. @throws KnownError `vault.name-taken` when other bytes are there, `vault.damaged` when it does not have what was sent
   */
  put(key: string, source: VaultSource, options?: PutOptions): Promise<VaultStat>;
  /** @throws KnownError `vault.missing` */
  read(
    key: string,
    options?: { readonly range?: VaultRange; readonly signal?: AbortSignal },
  ): AsyncIterable<Uint8Array>;
  stat(key: string): Promise<VaultStat | undefined>;
  /** Sorted by key. Half-written files are none. */
  list(prefix: string, signal?: AbortSignal): AsyncIterable<VaultItem>;
  /** Nothing happens when it is not there. */
  remove(key: string): Promise<void>;
  /** Absolute path of a local one; undefined where it has none. */
  pathOf(key: string): string | undefined;
  /** As the ledger and people know the file: its path, or `s3://bucket/prefix/key`. */
  nameOf(key: string): string;
  close(): Promise<void>;
}
