import { WARCParser } from 'warcio';
import type { Sha256 } from '../base/digest.ts';
import { KeyTable, tableKey } from './key-table.ts';
import { type IndexEntry, indexEntries } from './wacz-read-index.ts';
import { openWaczSpans, type WaczSpans } from './wacz-read-span.ts';
import { ownedPieces } from './warc-read-pieces.ts';

/** A record of an earlier snapshot, to be taken over as it lies there. */
export interface EarlierRecord {
  readonly url: string;
  /** WARC-Date, UTC ISO 8601. */
  readonly at: string;
  /** As its index line has it: `warc/revisit` for one without a body. */
  readonly mime: string;
  readonly status: number;
  readonly sha256: Sha256;
  /** WARC-Record-ID, without `urn:uuid:`. */
  readonly id: string;
  readonly lengthBytes: number;
  /** Fields of the record and headers of the answer, lower case; the answer's own begin with `http:`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The gzip member, bit for bit. */
  bytes(): AsyncIterable<Buffer>;
}

interface Place extends Pick<IndexEntry, 'url' | 'file' | 'offset' | 'lengthBytes' | 'at' | 'mime' | 'status'> {
  readonly sha256: Sha256;
}

/** Beyond this many records the rest is not looked for: what a crawl may hold in memory is bounded. */
const MOST_RECORDS = 500_000;
const RECORD_ID = /^<urn:uuid:([0-9a-f-]{36})>$/;
const TYPES = ['response', 'resource', 'revisit'];
const NOT_MODIFIED = 304;

/**
 * What an earlier snapshot has, by address, digest and time. Only under its own address is a record found: under another one
 * the same bytes would say that this address answered then.
 */
export class EarlierArchive {
  readonly #spans: WaczSpans;
  readonly #places: Place[] = [];
  /** Whole answers with status 200 and what was seen of pages, by address and digest. */
  readonly #whole = new KeyTable();
  /** The latest answer of an address, or what was seen of a page. */
  readonly #latest = new KeyTable();
  readonly #byTime = new KeyTable();
  /** Addresses that answered in more than one way. */
  readonly #several = new KeyTable();

  private constructor(spans: WaczSpans) {
    this.#spans = spans;
  }

  /** Reads the index of a WACZ that has been found sound. @throws KnownError `verify.not-a-wacz`, `wacz.damaged` */
  static async open(file: string): Promise<EarlierArchive> {
    const archive = new EarlierArchive(await openWaczSpans(file));
    try {
      await archive.#read();
      return archive;
    } catch (error) {
      await archive.close();
      throw error;
    }
  }

  /** The record that has the body: of a whole answer with status 200, or of what was seen of a page. */
  find(url: string, sha256: Sha256): Promise<EarlierRecord | undefined> {
    return this.#recordAt(this.#whole.get(tableKey(url, sha256)));
  }

  /** The record of this address and time, with a body or without. */
  at(url: string, time: string): Promise<EarlierRecord | undefined> {
    return this.#recordAt(this.#byTime.get(tableKey(url, time)));
  }

  /** Of an address that answered in one way alone: its latest record. */
  only(url: string): Promise<EarlierRecord | undefined> {
    const key = tableKey(url);
    return this.#recordAt(this.#several.get(key) === undefined ? this.#latest.get(key) : undefined);
  }

  /** The text of a `resource` record; undefined when it is none, or longer. */
  async resource(record: EarlierRecord, mostBytes: number): Promise<string | undefined> {
    const parsed = await WARCParser.parse(ownedPieces(record.bytes())).catch(() => null);
    if (parsed?.warcType !== 'resource' || Number(parsed.warcHeader('Content-Length')) > mostBytes) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of parsed) parts.push(Uint8Array.from(part));
    return Buffer.concat(parts).toString('utf8');
  }

  /** A file of the WACZ, unpacked, from its start. */
  read(path: string): AsyncIterable<Buffer> {
    return this.#spans.read(path);
  }

  async close(): Promise<void> {
    await this.#spans.close();
  }

  async #read(): Promise<void> {
    for await (const entry of indexEntries(this.#spans)) {
      if (this.#places.length >= MOST_RECORDS) return;
      const { url, digest, method, status, mime, isPart, file, offset, lengthBytes, at } = entry;
      const isAnswer = method === 'GET' && !isPart && at !== '' && status !== NOT_MODIFIED;
      if (!isAnswer || !digest.startsWith('sha256:')) continue;
      this.#take({ url, file, offset, lengthBytes, at, mime, status, sha256: digest as Sha256 });
    }
  }

  /** The index is sorted: what comes later is the later answer. */
  #take(place: Place): void {
    const { url, sha256, status, mime, at } = place;
    const before = this.#places[this.#latest.get(tableKey(url)) ?? -1];
    const index = this.#places.push(place) - 1;
    if (status === 200 && mime !== 'warc/revisit') this.#whole.set(tableKey(url, sha256), index);
    this.#latest.set(tableKey(url), index);
    this.#byTime.set(tableKey(url, at), index);
    if (before !== undefined && (before.sha256 !== sha256 || before.status !== status))
      this.#several.set(tableKey(url), 1);
  }

  async #recordAt(index: number | undefined): Promise<EarlierRecord | undefined> {
    const place = index === undefined ? undefined : this.#places[index];
    if (place === undefined) return undefined;
    const { url, at, mime, status, sha256, lengthBytes } = place;
    const bytes = (): AsyncIterable<Buffer> => this.#piecesAt(place);
    const fields = await headFields(bytes());
    const id = RECORD_ID.exec(fields.get('warc-record-id') ?? '')?.[1];
    if (id === undefined || !TYPES.includes(fields.get('warc-type') ?? '')) return undefined;
    return { url, at, mime, status, sha256, lengthBytes, id, fields, bytes };
  }

  #piecesAt({ file, offset, lengthBytes }: Place): AsyncIterable<Buffer> {
    return this.#spans.pieces(file, offset, lengthBytes);
  }
}

async function headFields(bytes: AsyncIterable<Buffer>): Promise<ReadonlyMap<string, string>> {
  const parsed = await WARCParser.parse(ownedPieces(bytes)).catch(() => null);
  const fields = new Map<string, string>();
  for (const [name, value] of parsed?.warcHeaders.headers ?? []) fields.set(name.toLowerCase(), value);
  for (const [name, value] of parsed?.httpHeaders?.headers ?? []) fields.set(`http:${name.toLowerCase()}`, value);
  return fields;
}
