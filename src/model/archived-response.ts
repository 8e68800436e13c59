import type { Sha256 } from '../base/digest.ts';
import type { HttpHeaders } from './http.ts';
import type { ArchivePlace } from './post.ts';

/** What the index of a snapshot says about one response, without opening it. */
export interface ArchivedHead {
  /** The address that was asked for. */
  readonly url: string;
  readonly method: string;
  readonly status: number;
  /** Lower case, without parameters; '' when unknown. */
  readonly mime: string;
  readonly place: Omit<ArchivePlace, 'record'>;
  /** WARC-Record-ID, `urn:uuid:…`; null where the index does not say, and the record itself has to be opened for it. */
  readonly record: string | null;
  /** Digest of the body. */
  readonly sha256: Sha256;
  /** The same bytes are there under another address or time; this record has none. */
  readonly isRevisit: boolean;
  /** A part of its address's bytes only, as films are read. */
  readonly isPart: boolean;
  /** What was sent with a POST, in the form of a query (`doc_id=1&variables=…`); null for a GET. */
  readonly requestBody: string | null;
}

/** One response of a snapshot, opened. */
export interface ArchivedResponse extends Omit<ArchivedHead, 'place' | 'record'> {
  readonly place: ArchivePlace;
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  /** The body, decoded, in pieces. May be called again. */
  stream(): AsyncIterable<Uint8Array>;
  /**
   * The body as text in its own charset (UTF-8 unless it says otherwise).
   * @throws Error when it is larger than 64 MB
   */
  text(): Promise<string>;
}

/** The responses of one snapshot, finished or in the making. Posts are read from here and never from the net. */
export interface ArchivedResponses {
  /** What the index knows, in the order of arrival where that is known. */
  heads(): AsyncIterable<ArchivedHead>;
  /** @throws Error when there is no readable response at the head's place */
  open(head: ArchivedHead): Promise<ArchivedResponse>;
}
