import { WARCParser } from 'warcio';
import type { Sha256 } from '../base/digest.ts';
import { KeyTable, tableKey } from './key-table.ts';
import { indexEntries } from './wacz-read-index.ts';
import { openWaczSpans, type WaczSpans } from './wacz-read-span.ts';
import { ownedPieces } from './warc-read-pieces.ts';

/** A record of an earlier snapshot that has the same bytes, to be taken over as it lies there. */
export interface EarlierRecord {
  readonly url: string;
  /** WARC-Date, UTC ISO 8601. */
  readonly at: string;
  readonly mime: string;
  readonly status: number;
  readonly sha256: Sha256;
  /** WARC-Record-ID, without `urn:uuid:`. */
  readonly id: string;
  readonly lengthBytes: number;
  /** The gzip member, bit for bit. */
  bytes(): AsyncIterable<Uint8Array>;
}

interface Place {
  readonly file: string;
  readonly offset: number;
  readonly lengthBytes: number;
  readonly at: string;
  readonly mime: string;
  readonly status: number;
}

/** Beyond this many records the rest is not looked for: what a crawl may hold in memory is bounded. */
const MOST_RECORDS = 500_000;

/**
 * What an earlier snapshot has, by address and digest. Only whole answers to a GET with status 200, and what was seen of pages:
 * under another address the same bytes would say that this address answered then.
 */
export class EarlierArchive {
  readonly #spans: WaczSpans;
  readonly #table = new KeyTable();
  readonly #places: Place[] = [];

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

  async find(url: string, sha256: Sha256): Promise<EarlierRecord | undefined> {
    const index = this.#table.get(tableKey(url, sha256));
    const place = index === undefined ? undefined : this.#places[index];
    if (place === undefined) return undefined;
    const id = await this.#idAt(place);
    if (id === undefined) return undefined;
    const { at, mime, status, lengthBytes } = place;
    return { url, at, mime, status, sha256, id, lengthBytes, bytes: () => this.#piecesAt(place) };
  }

  async close(): Promise<void> {
    await this.#spans.close();
  }

  async #read(): Promise<void> {
    for await (const entry of indexEntries(this.#spans)) {
      if (this.#places.length >= MOST_RECORDS) return;
      const { url, digest, method, status, mime, isPart, file, offset, lengthBytes, at } = entry;
      const isWhole = method === 'GET' && status === 200 && !isPart && mime !== 'warc/revisit' && at !== '';
      if (!isWhole || !digest.startsWith('sha256:')) continue;
      this.#table.set(tableKey(url, digest), this.#places.length);
      this.#places.push({ file, offset, lengthBytes, at, mime, status });
    }
  }

  async #idAt(place: Place): Promise<string | undefined> {
    const record = await WARCParser.parse(ownedPieces(this.#piecesAt(place))).catch(() => null);
    const isOne = record?.warcType === 'response' || record?.warcType === 'resource';
    return isOne ? /^<urn:uuid:([0-9a-f-]{36})>$/.exec(record.warcHeader('WARC-Record-ID') ?? '')?.[1] : undefined;
  }

  #piecesAt({ file, offset, lengthBytes }: Place): AsyncIterable<Buffer> {
    return this.#spans.pieces(file, offset, lengthBytes);
  }
}
