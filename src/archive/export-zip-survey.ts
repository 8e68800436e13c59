import type { ExportLimits } from './export-limits.ts';
import { bomb, damagedZip, encrypted, unsupported } from './export-trouble.ts';
import { type OpenZip, scanDirectory, type ZipDirectory } from './export-zip-directory.ts';
import { nameOfEntry } from './export-zip-name.ts';
import { DEFLATED, STORED, type ZipEntry } from './zip-read-types.ts';

const LOCAL_HEADER_BYTES = 30;

/** Encrypted, strongly encrypted, and its header hidden. @see APPNOTE.TXT 6.3.10, 4.4.4 */
const ENCRYPTION_FLAGS = 1 | (1 << 6) | (1 << 13);

/** @see APPNOTE.TXT 6.3.10, 4.4.5 */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink (method 1)',
  6: 'Implode (method 6)',
  9: 'Deflate64 (method 9)',
  12: 'bzip2 (method 12)',
  14: 'LZMA (method 14)',
  20: 'Zstandard (method 20)',
  93: 'Zstandard (method 93)',
  95: 'xz (method 95)',
  98: 'PPMd (method 98)',
};
const AES = 99;

/**
 * Goes through the directory once, before anything of it is believed, and holds it against the limits.
 * @returns for each entry, in the order of the directory, the byte where the next one in the file begins
 * @throws KnownError `export.bomb`, `export.encrypted`, `export.unsupported`, `export.damaged`
 */
export async function surveyZip(zip: OpenZip, directory: ZipDirectory, limits: ExportLimits): Promise<Float64Array> {
  const starts: number[] = [];
  const ends: number[] = [];
  const sizes = { bytes: 0, compressedBytes: 0 };
  for await (const entry of scanDirectory(zip, directory)) {
    if (starts.length >= limits.maxEntries) throw bomb(zip.name, `it lists more than ${limits.maxEntries} files.`);
    refuseUnreadable(zip, entry);
    refuseRatio(zip, entry, `"${nameOfEntry(entry)}"`, limits);
    sizes.bytes += entry.bytes;
    sizes.compressedBytes += entry.compressedBytes;
    if (sizes.bytes > limits.maxTotalBytes) {
      throw bomb(zip.name, `its files would be larger than ${limits.maxTotalBytes} bytes, unpacked.`);
    }
    starts.push(entry.localAt);
    ends.push(entry.localAt + LOCAL_HEADER_BYTES + entry.nameBytes.length + entry.compressedBytes);
  }
  refuseRatio(zip, sizes, 'the whole', limits);
  refuseWrongCount(zip, directory, starts.length);
  return followers(zip, { starts, ends, limitAt: directory.startAt });
}

function refuseUnreadable(zip: OpenZip, entry: ZipEntry): void {
  if ((entry.flags & ENCRYPTION_FLAGS) !== 0 || entry.method === AES) throw encrypted(zip.name, nameOfEntry(entry));
  if (entry.method === STORED || entry.method === DEFLATED) return;
  throw unsupported(zip.name, nameOfEntry(entry), METHODS[entry.method] ?? `method ${entry.method}`);
}

function refuseRatio(
  { name }: OpenZip,
  { bytes, compressedBytes }: Pick<ZipEntry, 'bytes' | 'compressedBytes'>,
  what: string,
  { maxRatio, ratioFromBytes }: ExportLimits,
): void {
  if (bytes < ratioFromBytes || bytes <= compressedBytes * maxRatio) return;
  throw bomb(name, `${what} would grow from ${compressedBytes} to ${bytes} bytes, more than ${maxRatio} times.`);
}

/** Without zip64 the count has 16 bits, and several writers let it run over. */
function refuseWrongCount({ name }: OpenZip, { count, isZip64 }: ZipDirectory, found: number): void {
  if (count === found || (!isZip64 && count === found % 0x10000)) return;
  throw damagedZip(name, `it should hold ${count} files, and lists ${found}.`);
}

interface Extents {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the directory begins. */
  readonly limitAt: number;
}

function followers(zip: OpenZip, { starts, ends, limitAt }: Extents): Float64Array {
  const at = (index: number | undefined) => (index === undefined ? limitAt : (starts[index] ?? limitAt));
  const order = [...starts.keys()].sort((a, b) => at(a) - at(b));
  const nextAt = new Float64Array(starts.length);
  for (const [place, index] of order.entries()) {
    const next = at(order[place + 1]);
    nextAt[index] = next;
    if ((ends[index] ?? 0) <= next) continue;
    if (place === order.length - 1) throw damagedZip(zip.name, 'a file in it reaches past its end.');
    throw bomb(zip.name, 'files in it lie over one another.');
  }
  return nextAt;
}
