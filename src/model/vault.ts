import type { KeptPart } from './official-export.ts';

/** A part of an official export that is to be kept as it came. */
export interface OriginalPart {
  /** By which a person knows it. */
  readonly name: string;
  /** Of the kept file, without the dot: `zip`, `json`. */
  readonly extension: string;
  /** Read once. A chunk needs to be valid only until the next one is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface KeepOptions {
  readonly signal?: AbortSignal;
  /** Hears how many bytes of all parts together have been written. */
  readonly onBytes?: (bytes: number) => void;
}

/** Where sealed snapshots live, and the originals of official exports. */
export interface Vault {
  /**
   * A path in the vault for a channel's snapshot begun at `startedAt`, free at the time of asking. Its folder exists.
   * A second snapshot in the same second gets `-2`, a third `-3`: nothing in a vault is ever replaced.
   */
  pathFor(channel: string, startedAt: Date): Promise<string>;
  /**
   * Copies the parts of an export byte for byte, `<UTC>-export.zip`, or `<UTC>-export-1.zip`, `-2` … for several. They appear
   * together, each of them whole and flushed, or not at all. Nothing is ever replaced.
   * @returns as many as there were parts, in their order
   * @throws KnownError `vault.disk-full`, `vault.cannot-write`, `vault.bad-channel`; what reading a part throws; the signal's
   * reason
   */
  keep(
    channel: string,
    startedAt: Date,
    parts: readonly OriginalPart[],
    options?: KeepOptions,
  ): Promise<readonly KeptPart[]>;
}
