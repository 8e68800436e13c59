import { sha256 } from '../base/digest.ts';
import { type Exchange, headerValue } from '../model/http.ts';
import type { CopyEntry, ExchangeEntry, JournalEntry, StandInEntry } from './capture-journal.ts';
import { mediaType } from './http-block.ts';
import { KeyTable, tableKey } from './key-table.ts';

/** A response already in the archive, as a revisit has to name it. */
export interface Original {
  readonly url: string;
  /** UTC ISO 8601, the WARC-Date of its record. */
  readonly date: string;
  /** Its WARC-Record-ID, without `urn:uuid:`. */
  readonly id: string;
}

/** What to do with an exchange: leave it out, write it whole, or write that it is the same as an earlier one. */
export type Verdict =
  /** `date` is that of the record which stands for it. */
  | { readonly write: 'nothing'; readonly date: Date }
  | { readonly write: 'response'; readonly date: Date }
  | { readonly write: 'revisit'; readonly date: Date; readonly original: Original };

/** Below this a revisit record is no smaller than the body it saves. */
const LEAST_REVISIT_BYTES = 512;

/** Finds the entry of an exchange again, by the place it was given when it was remembered. */
export type ReadEntry = (offset: number) => Promise<JournalEntry>;

/**
 * Remembers what has been written, in tables of numbers; the rest of it lies in the journal. Every exchange costs about
 * 150 bytes of memory, whatever its address.
 */
export class CaptureMemory {
  /** Same request, same answer → time it was written. */
  readonly #answers = new KeyTable();
  /** Same request → time of the last answer written. */
  readonly #latest = new KeyTable();
  /** Address and time of a document, or of an exchange left out → time of the record that stands for it. */
  readonly #standIns = new KeyTable();
  /** Addresses of which a whole answer, not a part, is there. */
  readonly #whole = new KeyTable();
  /** Payload → where its original's entry begins in the journal. */
  readonly #payloads = new KeyTable();
  /** Address and payload of a record that was taken over → the same. */
  readonly #copies = new KeyTable();
  readonly #read: ReadEntry;

  constructor(read: ReadEntry) {
    this.#read = read;
  }

  async judge(exchange: Exchange): Promise<Verdict> {
    const at = exchange.fetchedAt.getTime();
    const latest = this.#latest.get(requestOf(exchange));
    const before = this.#answers.get(answerOf(exchange));
    // Seen, and nothing else since: left out. A, then B, then A again is three states of the page and written as such.
    if (before !== undefined && before === latest) return { write: 'nothing', date: new Date(before) };
    // Replay keys by address and time, so two answers of one millisecond would hide one another.
    const date = new Date(latest === at ? at + 1 : at);
    const original = isRevisitable(exchange) ? await this.#originalOf(exchange) : undefined;
    return original === undefined ? { write: 'response', date } : { write: 'revisit', date, original };
  }

  /** To be called when records and journal hold it. @param offset where its entry begins in the journal */
  remember(entry: ExchangeEntry, offset: number): void {
    const { url, fetchedMs, dateMs, payload } = entry;
    this.#answers.set(Uint32Array.from(entry.answer), dateMs);
    this.#latest.set(Uint32Array.from(entry.request), dateMs);
    if (entry.isDocument || dateMs !== fetchedMs) this.#standIns.set(tableKey(url, fetchedMs), dateMs);
    if (entry.isWhole) this.#whole.set(tableKey(url), dateMs);
    if (payload === undefined || this.#payloads.get(tableKey(payload)) !== undefined) return;
    this.#payloads.set(tableKey(payload), offset);
  }

  /** An earlier record was taken over. @param offset where its entry begins in the journal */
  rememberCopy({ url, payload, dateMs }: CopyEntry, offset: number): void {
    this.#payloads.set(tableKey(payload), offset);
    this.#copies.set(tableKey(url, payload), offset);
    this.#whole.set(tableKey(url), dateMs);
  }

  /** The record of this address with this payload that was taken over. */
  async copyOf(url: string, payload: string): Promise<Original | undefined> {
    return this.#originalAt(this.#copies.get(tableKey(url, payload)));
  }

  /** An exchange was left out, since the same answer is there under another time. */
  rememberStandIn({ url, fetchedMs, dateMs }: StandInEntry): void {
    this.#standIns.set(tableKey(url, fetchedMs), dateMs);
  }

  /**
   * The WARC-Date under which replay finds a page.
   * @param url the address that was asked for
   * @param at when the document came that ended its redirects, if any
   */
  dateOfPage(pageUrl: string, at: Date): Date {
    // An app's route stands in the fragment, which no record knows.
    const url = pageUrl.replace(/#.*$/, '');
    const standIn = this.#standIns.get(tableKey(url, at.getTime()));
    if (standIn !== undefined) return new Date(standIn);
    const latest = this.#latest.get(tableKey('GET', url, ''));
    // Later than the page means: fetched again since, and the page's own record lies under its own time.
    return latest !== undefined && latest < at.getTime() ? new Date(latest) : at;
  }

  /** True when all of `url` is in the archive, so that a part of it needs no place in the index. */
  hasWhole(url: string): boolean {
    return this.#whole.get(tableKey(url)) !== undefined;
  }

  async #originalOf(exchange: Exchange): Promise<Original | undefined> {
    return this.#originalAt(this.#payloads.get(payloadOf(exchange)));
  }

  async #originalAt(offset: number | undefined): Promise<Original | undefined> {
    if (offset === undefined) return undefined;
    const entry = await this.#read(offset);
    if (entry.kind !== 'exchange' && entry.kind !== 'copy') {
      throw new Error(`The journal has no exchange at ${offset}.`);
    }
    return { url: entry.url, date: new Date(entry.dateMs).toISOString(), id: entry.id };
  }
}

/** What the journal keeps of an exchange that has been written. */
export function exchangeEntry(exchange: Exchange, date: Date, id: string, line: string): ExchangeEntry {
  return {
    kind: 'exchange',
    line,
    url: exchange.url,
    id,
    request: [...requestOf(exchange)],
    answer: [...answerOf(exchange)],
    fetchedMs: exchange.fetchedAt.getTime(),
    dateMs: date.getTime(),
    isDocument: isDocument(exchange),
    isWhole: exchange.method === 'GET' && isWhole(exchange),
    ...(isRevisitable(exchange) ? { payload: exchange.body.sha256 } : {}),
  };
}

/** `bytes 0-9/10` is all of it; anything else is a part. Wabac plays the former like a 200 and cannot use the latter. */
export function partialRange(exchange: Exchange): string | undefined {
  return isWhole(exchange) || exchange.status !== 206
    ? undefined
    : (headerValue(exchange.responseHeaders, 'content-range') ?? '');
}

function isWhole(exchange: Exchange): boolean {
  if (exchange.status === 200) return true;
  const length = exchange.body.lengthBytes;
  const range = headerValue(exchange.responseHeaders, 'content-range');
  return exchange.status === 206 && range === `bytes 0-${length - 1}/${length}`;
}

function isDocument(exchange: Exchange): boolean {
  return exchange.method === 'GET' && mediaType(exchange.responseHeaders).includes('html');
}

export function isRevisitable(exchange: Exchange): boolean {
  return exchange.method === 'GET' && exchange.status === 200 && exchange.body.lengthBytes >= LEAST_REVISIT_BYTES;
}

function requestOf(exchange: Exchange): Uint32Array {
  const body = exchange.requestBody;
  return tableKey(exchange.method, exchange.url, body === undefined || body.length === 0 ? '' : sha256(body));
}

function answerOf(exchange: Exchange): Uint32Array {
  const { responseHeaders, status, body } = exchange;
  // Headers that change what a browser does with the same bytes.
  const location = headerValue(responseHeaders, 'location') ?? '';
  const coding = (exchange.bodyIsRaw ? headerValue(responseHeaders, 'content-encoding') : undefined) ?? '';
  const range = headerValue(responseHeaders, 'content-range') ?? '';
  const request = requestOf(exchange).join();
  return tableKey(request, status, body.sha256, mediaType(responseHeaders), location, coding, range);
}

function payloadOf(exchange: Exchange): Uint32Array {
  return tableKey(exchange.body.sha256);
}
