import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  /** Central header without its name. */
  readonly central: Buffer;
  /** Local header without its name. */
  readonly local: Buffer;
  readonly descriptor: Buffer;
}

/** Otherwise warcio gives header names in lower case and sorted. */
const AS_WRITTEN = { keepHeadersCase: true };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/** Reads a small ZIP of stored entries, straight from APPNOTE.TXT; the archive's own reader is not asked. */
export function unzip(zip: Buffer): readonly ZipEntry[] {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end -= 1;
  const entries: ZipEntry[] = [];
  let at = zip.indexOf(Buffer.from('504b0102', 'hex'), lastEntryEnd(zip, end));
  while (zip.readUInt32LE(at) === CENTRAL) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const size = zip.readUInt32LE(at + 24);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + nameBytes;
    entries.push({
      name: zip.toString('latin1', at + 46, at + 46 + nameBytes),
      data: zip.subarray(start, start + size),
      central: zip.subarray(at, at + 46),
      local: zip.subarray(local, local + 30),
      descriptor: zip.subarray(start + size, start + size + 16),
    });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the directory begins: in the end record, or for ZIP64 in the record its locator names. */
function lastEntryEnd(zip: Buffer, end: number): number {
  const offset = zip.readUInt32LE(end + 16);
  if (offset !== 0xffffffff) return offset;
  const zip64End = Number(zip.readBigUInt64LE(end - 20 + 8));
  return Number(zip.readBigUInt64LE(zip64End + 48));
}

export async function unzipFile(file: string): Promise<ReadonlyMap<string, Buffer>> {
  return new Map(unzip(await readFile(file)).map(({ name, data }) => [name, data]));
}

/** Contents of one entry as text; `.gz` is decompressed. */
export function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  const data = files.get(name);
  if (data === undefined) throw new Error(`${name} is not in ${[...files.keys()].join(', ')}`);
  return (name.endsWith('.gz') ? gunzipSync(data) : data).toString('utf8');
}

export interface IndexLine {
  readonly key: string;
  readonly ts: string;
  readonly json: Readonly<Record<string, string>>;
}

export function indexLines(cdxj: string): readonly IndexLine[] {
  return cdxj
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [key = '', ts = ''] = line.split(' ', 2);
      return { key, ts, json: JSON.parse(line.slice(line.indexOf(' {') + 1)) as Record<string, string> };
    });
}

/** The one record in a gzip member, as warcio reads it, with its payload. */
export async function readRecord(
  member: Uint8Array,
): Promise<{ readonly record: WARCRecord; readonly payload: Buffer }> {
  const record = await WARCParser.parse([member], AS_WRITTEN);
  if (record === null) throw new Error('warcio finds no record');
  return { record, payload: Buffer.from(await record.readFully(false)) };
}

/** The record an index line points at. */
export async function recordAt(
  files: ReadonlyMap<string, Buffer>,
  { json }: IndexLine,
): Promise<{ readonly record: WARCRecord; readonly payload: Buffer; readonly raw: Buffer }> {
  const offset = Number(json.offset);
  const member = files.get(`archive/${json.filename}`)?.subarray(offset, offset + Number(json.length));
  if (member === undefined) throw new Error(`no file for ${JSON.stringify(json)}`);
  return { ...(await readRecord(member)), raw: gunzipSync(member) };
}

/** Every record of a WARC, by cutting it at its gzip members. */
export async function allRecords(
  warc: Uint8Array,
): Promise<readonly { readonly record: WARCRecord; readonly payload: Buffer }[]> {
  const found = [];
  for await (const record of new WARCParser([warc], AS_WRITTEN)) {
    found.push({ record, payload: Buffer.from(await record.readFully(false)) });
  }
  return found;
}
