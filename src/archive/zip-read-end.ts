import type { FileHandle } from 'node:fs/promises';
import { readSpan } from './zip-read-span.ts';
import {
  END_SIGNATURE,
  readU64,
  U16_MAX,
  U32_MAX,
  ZIP64_END_SIGNATURE,
  ZIP64_LOCATOR_SIGNATURE,
  type ZipEnd,
  type ZipReport,
} from './zip-read-types.ts';

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;

/**
 * Finds and checks the records at the end of a ZIP. Undefined when there is no end record, as in a truncated file.
 * @see APPNOTE.TXT 6.3.10, 4.3.14–4.3.16
 */
export async function readZipEnd(
  handle: FileHandle,
  sizeBytes: number,
  report: ZipReport,
): Promise<ZipEnd | undefined> {
  const tailAt = Math.max(0, sizeBytes - U16_MAX - END_BYTES);
  const tail = await readSpan(handle, tailAt, sizeBytes - tailAt);
  const at = findEnd(tail, report, tailAt);
  if (at === undefined) {
    report(
      'zip.end',
      sizeBytes,
      'The file stops before the record that ends every ZIP: it was cut off, or its end is damaged.',
    );
    return undefined;
  }
  const end = tail.subarray(at - tailAt);
  checkEndFields(end, at, report);
  const locatorAt = at - LOCATOR_BYTES;
  const wantsZip64 =
    end.readUInt16LE(10) === U16_MAX || end.readUInt32LE(12) === U32_MAX || end.readUInt32LE(16) === U32_MAX;
  const locator = locatorAt < 0 ? Buffer.alloc(0) : await readSpan(handle, locatorAt, LOCATOR_BYTES);
  const hasLocator = locator.length === LOCATOR_BYTES && locator.readUInt32LE(0) === ZIP64_LOCATOR_SIGNATURE;
  if (wantsZip64 || hasLocator) return readZip64End(handle, { end, at, locator, locatorAt, hasLocator }, report);
  return {
    at,
    centralEndAt: at,
    count: end.readUInt16LE(10),
    centralBytes: end.readUInt32LE(12),
    centralAt: end.readUInt32LE(16),
    commentBytes: end.readUInt16LE(20),
  };
}

function findEnd(tail: Buffer, report: ZipReport, tailAt: number): number | undefined {
  let loose: number | undefined;
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return tailAt + at;
    loose ??= at;
  }
  if (loose !== undefined) {
    const told = tail.readUInt16LE(loose + 20);
    const found = tail.length - loose - END_BYTES;
    report(
      'zip.end',
      tailAt + loose + 20,
      `The end record announces a comment of ${told} bytes, ${found} bytes follow.`,
    );
    return tailAt + loose;
  }
  return findEndWithoutSignature(tail, report, tailAt);
}

/** A bit lost in the signature should not hide the rest: the last 22 bytes may still make sense as an end record. */
function findEndWithoutSignature(tail: Buffer, report: ZipReport, tailAt: number): number | undefined {
  const at = tail.length - END_BYTES;
  if (at < 0) return undefined;
  const quiet = tail.readUInt32LE(at + 4) === 0 && tail.readUInt16LE(at + 20) === 0;
  const counts = tail.readUInt16LE(at + 8) === tail.readUInt16LE(at + 10) && tail.readUInt16LE(at + 8) > 0;
  const size = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  const fits = size === U32_MAX || start === U32_MAX || start + size === tailAt + at;
  if (!quiet || !counts || !fits) return undefined;
  report('zip.end', tailAt + at, 'The signature of the end record is damaged.');
  return tailAt + at;
}

function checkEndFields(end: Buffer, at: number, report: ZipReport): void {
  if (end.readUInt16LE(4) !== 0) report('zip.end', at + 4, `The end record names disk ${end.readUInt16LE(4)}, not 0.`);
  if (end.readUInt16LE(6) !== 0)
    report('zip.end', at + 6, `The directory begins on disk ${end.readUInt16LE(6)}, not 0.`);
  const [onDisk, total] = [end.readUInt16LE(8), end.readUInt16LE(10)];
  if (onDisk !== total) report('zip.end', at + 8, `The end record counts ${onDisk} files here and ${total} in all.`);
}

interface EndParts {
  readonly end: Buffer;
  readonly at: number;
  readonly locator: Buffer;
  readonly locatorAt: number;
  readonly hasLocator: boolean;
}

async function readZip64End(handle: FileHandle, parts: EndParts, report: ZipReport): Promise<ZipEnd | undefined> {
  const { end, at, locator, locatorAt, hasLocator } = parts;
  const recordAt = locatorAt - ZIP64_END_BYTES;
  if (recordAt < 0) {
    report('zip.end', at, 'The end record announces a zip64 record, and there is no room for one.');
    return undefined;
  }
  const record = await readSpan(handle, recordAt, ZIP64_END_BYTES);
  if (!hasLocator) {
    report('zip.end', locatorAt, 'The zip64 locator is missing or its signature is damaged.');
    if (record.readUInt32LE(0) !== ZIP64_END_SIGNATURE) return undefined;
  }
  checkLocator(locator, locatorAt, recordAt, report);
  checkZip64Fields(record, recordAt, report);
  const [count, centralBytes, centralAt] = [readU64(record, 32), readU64(record, 40), readU64(record, 48)];
  expectShort(end.readUInt16LE(10), count, U16_MAX, at + 10, report);
  expectShort(end.readUInt32LE(12), centralBytes, U32_MAX, at + 12, report);
  expectShort(end.readUInt32LE(16), centralAt, U32_MAX, at + 16, report);
  const zip64MadeBy = { value: record.readUInt16LE(12), at: recordAt + 12 };
  const commentBytes = end.readUInt16LE(20);
  return { at, centralEndAt: recordAt, count, centralBytes, centralAt, commentBytes, zip64MadeBy };
}

function checkLocator(locator: Buffer, locatorAt: number, recordAt: number, report: ZipReport): void {
  if (locator.readUInt32LE(4) !== 0) report('zip.end', locatorAt + 4, 'The zip64 locator names a disk other than 0.');
  if (readU64(locator, 8) !== recordAt) {
    report(
      'zip.end',
      locatorAt + 8,
      `The zip64 locator points to byte ${readU64(locator, 8)}, the record is at ${recordAt}.`,
    );
  }
  if (locator.readUInt32LE(16) !== 1) report('zip.end', locatorAt + 16, 'The zip64 locator counts disks other than 1.');
}

function checkZip64Fields(record: Buffer, at: number, report: ZipReport): void {
  if (record.readUInt32LE(0) !== ZIP64_END_SIGNATURE)
    report('zip.end', at, 'The zip64 end record is missing or damaged.');
  if (readU64(record, 4) !== ZIP64_END_BYTES - 12)
    report('zip.end', at + 4, 'The zip64 end record has the wrong length.');
  const needed = record.readUInt16LE(14);
  if (needed !== 45) report('zip.end', at + 14, `The zip64 end record needs version ${needed}, not 45.`);
  if (record.readUInt32LE(16) !== 0) report('zip.end', at + 16, 'The zip64 end record names a disk other than 0.');
  if (record.readUInt32LE(20) !== 0) report('zip.end', at + 20, 'The zip64 directory begins on a disk other than 0.');
  if (readU64(record, 24) !== readU64(record, 32)) {
    report(
      'zip.end',
      at + 24,
      `The zip64 record counts ${readU64(record, 24)} files here and ${readU64(record, 32)} in all.`,
    );
  }
}

/** With zip64, the short field holds either the true value or all ones. */
function expectShort(short: number, value: number, allOnes: number, at: number, report: ZipReport): void {
  if (short !== allOnes && short !== value) {
    report('zip.end', at, `The end record says ${short}, the zip64 record ${value}.`);
  }
}
