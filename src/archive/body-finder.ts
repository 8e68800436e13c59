import type { ArchivePlace } from '../model/post.ts';
import { type IndexEntry, indexEntries } from './wacz-read-index.ts';
import type { WaczSpans } from './wacz-read-span.ts';
import { parseDigest } from './warc-read-digest.ts';

/** Where a record stands, and what was asked for. */
export type RecordPlace = Pick<ArchivePlace, 'url' | 'file' | 'offsetBytes' | 'lengthBytes'>;

/** What a revisit says of the record that has its bytes. */
export interface Reference {
  readonly digest: string;
  readonly refersToUrl: string;
  readonly refersToDate: string;
}

/** Finds the record with the bytes for one that has none. The index is read when the first is looked for, and then kept. */
export class BodyFinder {
  readonly #spans: WaczSpans;
  #tables: Promise<Tables> | undefined;

  constructor(spans: WaczSpans) {
    this.#spans = spans;
  }

  /** Any record with the same digest has the same bytes; without a digest, the one it names by address and time. */
  async originalOf({ digest, refersToUrl, refersToDate }: Reference): Promise<RecordPlace | undefined> {
    this.#tables ??= readTables(this.#spans);
    const { byUrl, byDigest } = await this.#tables;
    return byDigest.get(digestKey(digest)) ?? byUrl.get(urlKey(refersToUrl, refersToDate));
  }
}

interface Tables {
  readonly byUrl: ReadonlyMap<string, RecordPlace>;
  readonly byDigest: ReadonlyMap<string, RecordPlace>;
}

async function readTables(spans: WaczSpans): Promise<Tables> {
  const [byUrl, byDigest] = [new Map<string, RecordPlace>(), new Map<string, RecordPlace>()];
  for await (const entry of indexEntries(spans)) {
    if (entry.mime === 'warc/revisit') continue;
    const place = placeOf(entry);
    byUrl.set(urlKey(entry.url, entry.at), place);
    const key = digestKey(entry.digest);
    if (key !== '' && !byDigest.has(key)) byDigest.set(key, place);
  }
  return { byUrl, byDigest };
}

function placeOf({ url, file, offset, lengthBytes }: IndexEntry): RecordPlace {
  return { url, file, offsetBytes: offset, lengthBytes };
}

/** To the second: other tools write the index with no more. */
function urlKey(url: string, at: string): string {
  return `${at.slice(0, 19)} ${url}`;
}

function digestKey(digest: string): string {
  const parsed = parseDigest(digest);
  return parsed === undefined ? '' : `${parsed.algorithm}:${parsed.hex}`;
}
