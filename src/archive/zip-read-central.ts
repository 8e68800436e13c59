import type { FileHandle } from 'node:fs/promises';
import { applyZip64, EXTRA_ZIP64, parseExtras } from './zip-read-extra.ts';
import { readSpan } from './zip-read-span.ts';
import { CENTRAL_SIGNATURE, FLAG_UTF8, type ZipEnd, type ZipEntry, type ZipReport } from './zip-read-types.ts';

export const CENTRAL_HEADER_BYTES = 46;
/** A directory of half a million files; more is an attack on the memory. */
const MAX_CENTRAL_BYTES = 64 * 1024 * 1024;

/** Reads every header of the central directory, also past damaged ones, and checks count, place and length. */
export async function readCentral(handle: FileHandle, end: ZipEnd, report: ZipReport): Promise<ZipEntry[]> {
  const startAt = await findCentral(handle, end, report);
  const lengthBytes = end.centralEndAt - startAt;
  if (lengthBytes > MAX_CENTRAL_BYTES) {
    report('zip.limit', startAt, `The directory is ${lengthBytes} bytes long; the limit is ${MAX_CENTRAL_BYTES}.`);
    return [];
  }
  const central = await readSpan(handle, startAt, lengthBytes);
  const entries = parseHeaders(central, startAt, report);
  if (entries.length !== end.count) {
    report('zip.end', end.at + 10, `The end record counts ${end.count} files, the directory lists ${entries.length}.`);
  }
  return entries;
}

async function findCentral(handle: FileHandle, end: ZipEnd, report: ZipReport): Promise<number> {
  const bySize = end.centralEndAt - end.centralBytes;
  if (end.centralAt === bySize) return bySize;
  const message = `The directory should be ${end.centralBytes} bytes from byte ${end.centralAt}, and end at ${end.centralEndAt}.`;
  report('zip.end', end.at + 12, message);
  for (const at of [end.centralAt, bySize]) {
    if (at < 0 || at > end.centralEndAt) continue;
    const head = await readSpan(handle, at, 4);
    if (head.length === 4 && head.readUInt32LE(0) === CENTRAL_SIGNATURE) return at;
  }
  return end.centralEndAt;
}

function parseHeaders(central: Buffer, startAt: number, report: ZipReport): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let position = 0;
  while (position < central.length) {
    const at = startAt + position;
    const lengthBytes = headerLength(central, position);
    if (lengthBytes === undefined) {
      report('zip.central', at, 'A directory header is damaged or cut off.');
      position = nextSignature(central, position + 1);
      continue;
    }
    if (central.readUInt32LE(position) !== CENTRAL_SIGNATURE) {
      report('zip.central', at, 'The signature of a directory header is damaged.');
      if (!looksLikeBoundary(central, position + lengthBytes)) {
        position = nextSignature(central, position + 1);
        continue;
      }
    }
    entries.push(parseHeader(central.subarray(position, position + lengthBytes), at, report));
    position += lengthBytes;
  }
  return entries;
}

function headerLength(central: Buffer, position: number): number | undefined {
  if (position + CENTRAL_HEADER_BYTES > central.length) return undefined;
  const variable =
    central.readUInt16LE(position + 28) + central.readUInt16LE(position + 30) + central.readUInt16LE(position + 32);
  const lengthBytes = CENTRAL_HEADER_BYTES + variable;
  return position + lengthBytes > central.length ? undefined : lengthBytes;
}

function looksLikeBoundary(central: Buffer, position: number): boolean {
  if (position === central.length) return true;
  return position + 4 <= central.length && central.readUInt32LE(position) === CENTRAL_SIGNATURE;
}

function nextSignature(central: Buffer, from: number): number {
  const found = central.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), from);
  return found === -1 ? central.length : found;
}

/** Reads one header of the directory, given whole, that lies at byte `at` of the ZIP. */
export function parseHeader(header: Buffer, at: number, report: ZipReport): ZipEntry {
  const nameEnd = CENTRAL_HEADER_BYTES + header.readUInt16LE(28);
  const extraEnd = nameEnd + header.readUInt16LE(30);
  const nameBytes = Buffer.from(header.subarray(CENTRAL_HEADER_BYTES, nameEnd));
  const flags = header.readUInt16LE(8);
  const extras = parseExtras(header.subarray(nameEnd, extraEnd), at + nameEnd, report);
  const zip64 = extras.find((extra) => extra.id === EXTRA_ZIP64);
  const short = {
    bytes: header.readUInt32LE(24),
    compressedBytes: header.readUInt32LE(20),
    localAt: header.readUInt32LE(42),
  };
  if (header.readUInt16LE(34) !== 0) report('zip.central', at + 34, 'A directory header names a disk other than 0.');
  return {
    at,
    name: nameBytes.toString((flags & FLAG_UTF8) === 0 ? 'latin1' : 'utf8'),
    nameBytes,
    madeBy: header.readUInt16LE(4),
    versionNeeded: header.readUInt16LE(6),
    flags,
    method: header.readUInt16LE(10),
    dosTime: header.readUInt32LE(12),
    crc: header.readUInt32LE(16),
    ...applyZip64(short, zip64, report),
    internalAttributes: header.readUInt16LE(36),
    externalAttributes: header.readUInt32LE(38),
    commentBytes: header.readUInt16LE(32),
    extras,
    isZip64: zip64 !== undefined,
  };
}
