import type { FileHandle } from 'node:fs/promises';
import { damagedZip, splitZip, truncatedZip } from './export-trouble.ts';
import { CENTRAL_HEADER_BYTES, parseHeader } from './zip-read-central.ts';
import { readZipEnd } from './zip-read-end.ts';
import { readSpan } from './zip-read-span.ts';
import { CENTRAL_SIGNATURE, U16_MAX, type ZipEnd, type ZipEntry } from './zip-read-types.ts';
import { windowOn } from './zip-read-window.ts';

/** A ZIP file that is open for reading. */
export interface OpenZip {
  readonly handle: FileHandle;
  /** For messages, and as the name of the part. */
  readonly name: string;
  readonly bytes: number;
}

/** Where a ZIP lists its files. */
export interface ZipDirectory {
  readonly startAt: number;
  readonly endAt: number;
  readonly count: number;
  readonly isZip64: boolean;
}

const WINDOW_BYTES = 1 << 20;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
/** May follow the last header. @see APPNOTE.TXT 6.3.10, 4.3.13 */
const DIGITAL_SIGNATURE = 0x05054b50;

/** Fields stand in for zip64 ones when they are all ones; some writers do that with the disk, too. */
const ONLY_DISK = new Set([0, U16_MAX]);

/**
 * Finds the directory by the records at the end, which must agree with each other and with the place where it is. Bytes
 * after the end are let pass: they are appended by mail programs and servers, and hide nothing.
 * @throws KnownError `export.truncated`, `export.multi-disk`, `export.damaged`
 */
export async function findDirectory(zip: OpenZip): Promise<ZipDirectory> {
  const strange: number[] = [];
  const end = await readZipEnd(zip.handle, zip.bytes, (_rule, offset) => strange.push(offset));
  if (end === undefined) throw truncatedZip(zip.name, zip.bytes);
  const isZip64 = end.zip64MadeBy !== undefined;
  const record = await readSpan(zip.handle, end.at, END_BYTES);
  if (![4, 6].every((at) => ONLY_DISK.has(record.readUInt16LE(at)))) throw splitZip(zip.name);
  const startAt = end.centralEndAt - end.centralBytes;
  if (startAt !== end.centralAt) throw misplaced(zip, strange.includes(end.at + END_BYTES - 2));
  const harmless = new Set([end.at + 4, end.at + 6, end.at + END_BYTES - 2]);
  if (isZip64) {
    harmless.add(end.centralEndAt + 14);
    await checkZip64Disks(zip, end);
    harmless.add(end.at - LOCATOR_BYTES + 16);
  }
  if (strange.some((offset) => !harmless.has(offset))) {
    throw damagedZip(zip.name, 'the records at its end contradict one another.');
  }
  return { startAt, endAt: end.centralEndAt, count: end.count, isZip64 };
}

/** Some writers count no disk at all where there is one. */
async function checkZip64Disks({ handle, name }: OpenZip, end: ZipEnd): Promise<void> {
  const locator = await readSpan(handle, end.at - LOCATOR_BYTES, LOCATOR_BYTES);
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) throw splitZip(name);
}

function misplaced({ name, bytes }: OpenZip, hasTail: boolean): Error {
  // The end of a smaller ZIP within the export, in a file that was cut off soon after it.
  if (hasTail) return truncatedZip(name, bytes);
  return damagedZip(name, 'the list of its files is not where it should be, as in ZIPs over 4 GB that Finder makes.');
}

/**
 * Yields the headers of the directory in their order, one at a time: a directory of a million files is not held.
 * @throws KnownError `export.damaged`, `export.multi-disk`
 */
export async function* scanDirectory(zip: OpenZip, { startAt, endAt }: ZipDirectory): AsyncGenerator<ZipEntry> {
  const window = windowOn(zip.handle, WINDOW_BYTES);
  let at = startAt;
  while (at < endAt) {
    const fixed = await readSpan(window, at, CENTRAL_HEADER_BYTES);
    if (fixed.length >= 4 && fixed.readUInt32LE(0) === DIGITAL_SIGNATURE) return;
    const lengthBytes = headerLength(fixed);
    if (lengthBytes === undefined || at + lengthBytes > endAt) {
      throw damagedZip(zip.name, `the list of its files cannot be read from byte ${at} on.`);
    }
    if (!ONLY_DISK.has(fixed.readUInt16LE(34))) throw splitZip(zip.name);
    // Odd extra fields are common and harmless; sizes that are wrong for them show in the file itself.
    yield parseHeader(await readSpan(window, at, lengthBytes), at, () => undefined);
    at += lengthBytes;
  }
}

function headerLength(fixed: Buffer): number | undefined {
  if (fixed.length < CENTRAL_HEADER_BYTES || fixed.readUInt32LE(0) !== CENTRAL_SIGNATURE) return undefined;
  return CENTRAL_HEADER_BYTES + fixed.readUInt16LE(28) + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
}
