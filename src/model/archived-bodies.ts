import type { ArchivePlace } from './post.ts';

/** The body of one archived response, found and not yet read. */
export interface ArchivedBody {
  /** Lower case, without parameters; '' when the record does not say. */
  readonly mime: string;
  /**
   * Its bytes, decoded, in pieces. May be called again.
   * @throws KnownError `archive.digest-mismatch` after the last piece, when they are not what the record says they are
   */
  stream(): AsyncIterable<Uint8Array>;
}

/** Bodies of one snapshot, by the place of their records. */
export interface ArchivedBodies {
  /**
   * A record that only says "the same as then" is followed to the one that has the bytes.
   * @throws KnownError `archive.no-body` when there is no readable record with a body at that place
   */
  open(place: Pick<ArchivePlace, 'url' | 'file' | 'offsetBytes' | 'lengthBytes'>): Promise<ArchivedBody>;
  close(): Promise<void>;
}
