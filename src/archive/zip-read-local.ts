import { EXTRA_TIMES, EXTRA_ZIP64, parseExtras } from './zip-read-extra.ts';
import { type ReadableAt, readSpan } from './zip-read-span.ts';
import {
  DESCRIPTOR_SIGNATURE,
  FLAG_DESCRIPTOR,
  isInfoZip,
  LOCAL_SIGNATURE,
  readU64,
  U32_MAX,
  type ZipContent,
  type ZipEntry,
  type ZipExtra,
  type ZipReport,
} from './zip-read-types.ts';

const HEADER_BYTES = 30;
/** What Android's zipalign adds before the data, and only there. */
const EXTRA_ALIGNMENT = 0xd935;

/**
 * Compares one local header, and the descriptor after its data, with the directory. `nextAt` is where the next file
 * or the directory begins: the entry must reach exactly to it.
 * Undefined when there is nothing that could be read as the entry's data.
 */
export async function readLocal(
  handle: ReadableAt,
  entry: ZipEntry,
  nextAt: number,
  report: ZipReport,
): Promise<ZipContent | undefined> {
  const at = entry.localAt;
  const fixed = await readSpan(handle, at, HEADER_BYTES);
  if (fixed.length < HEADER_BYTES || at + HEADER_BYTES > nextAt) {
    report('zip.local', at, `There is no room for the header of ${entry.name}.`);
    return undefined;
  }
  const nameBytes = fixed.readUInt16LE(26);
  const extraBytes = fixed.readUInt16LE(28);
  compareFixed(fixed, entry, report);
  if (nameBytes !== entry.nameBytes.length) {
    report(
      'zip.local',
      at + 26,
      `The name is ${nameBytes} bytes long here, ${entry.nameBytes.length} in the directory.`,
    );
  }
  const rest = await readSpan(handle, at + HEADER_BYTES, nameBytes + extraBytes);
  compareName(rest.subarray(0, nameBytes), entry, at + HEADER_BYTES, report);
  const extras = parseExtras(rest.subarray(nameBytes), at + HEADER_BYTES + nameBytes, report);
  compareExtras(extras, entry, report);
  compareNeeded(fixed.readUInt16LE(4), extras, entry, report);
  compareSizes(fixed, extras, entry, report);
  const dataAt = at + HEADER_BYTES + nameBytes + extraBytes;
  const dataEnd = dataAt + entry.compressedBytes;
  if (dataEnd > nextAt) {
    report('zip.overlap', nextAt, `${entry.name} should reach to byte ${dataEnd}, the next part begins at ${nextAt}.`);
    return undefined;
  }
  await checkDescriptor(handle, { entry, dataEnd, nextAt }, report);
  return { entry, dataAt };
}

function compareFixed(fixed: Buffer, entry: ZipEntry, report: ZipReport): void {
  const at = entry.localAt;
  if (fixed.readUInt32LE(0) !== LOCAL_SIGNATURE)
    report('zip.local', at, `The header of ${entry.name} has no signature.`);
  if (fixed.readUInt16LE(6) !== entry.flags) differs('flags', fixed.readUInt16LE(6), entry.flags, 6);
  if (fixed.readUInt16LE(8) !== entry.method) differs('method', fixed.readUInt16LE(8), entry.method, 8);
  if (fixed.readUInt32LE(10) !== entry.dosTime) differs('time', fixed.readUInt32LE(10), entry.dosTime, 10);

  function differs(what: string, here: number, there: number, offset: number): void {
    report('zip.local', at + offset, `The ${what} of ${entry.name} is ${here} here and ${there} in the directory.`);
  }
}

function compareNeeded(needed: number, extras: readonly ZipExtra[], entry: ZipEntry, report: ZipReport): void {
  const isPlain = (version: number) => version === 10 || version === 20;
  // A streaming writer learns only after the data that it needed zip64 (4.5), and cannot go back to say so;
  const learnedLate = entry.isZip64 && entry.versionNeeded === 45 && isPlain(needed);
  // another makes room for it beforehand and turns out not to need it.
  const neededNot = extras.some((extra) => extra.id === EXTRA_ZIP64) && needed === 45 && isPlain(entry.versionNeeded);
  if (needed === entry.versionNeeded || learnedLate || neededNot) return;
  const message = `The version needed of ${entry.name} is ${needed} here and ${entry.versionNeeded} in the directory.`;
  report('zip.local', entry.localAt + 4, message);
}

function compareName(name: Buffer, entry: ZipEntry, at: number, report: ZipReport): void {
  const length = Math.max(name.length, entry.nameBytes.length);
  for (let index = 0; index < length; index += 1) {
    if (name[index] === entry.nameBytes[index]) continue;
    report('zip.local', at + index, `The name of ${entry.name} is not the one in the directory.`);
    return;
  }
}

/** Every extra field must stand in both places and say the same, but for those that are made for one place. */
function compareExtras(local: readonly ZipExtra[], entry: ZipEntry, report: ZipReport): void {
  const oneSided = new Set([EXTRA_ZIP64, EXTRA_ALIGNMENT]);
  const here = local.filter((extra) => !oneSided.has(extra.id));
  const there = entry.extras.filter((extra) => !oneSided.has(extra.id));
  for (const extra of here) {
    const twin = there.find((candidate) => candidate.id === extra.id);
    if (twin === undefined) {
      report('zip.extra', extra.at, `Extra field 0x${extra.id.toString(16)} is missing in the directory.`);
    } else if (!sameExtra(extra, twin)) {
      report('zip.extra', extra.at, `Extra field 0x${extra.id.toString(16)} differs from the directory.`);
    }
  }
  for (const extra of there) {
    if (here.some((candidate) => candidate.id === extra.id)) continue;
    // Info-ZIP's Unicode path is enough in the directory alone.
    if (extra.id !== 0x7075)
      report('zip.extra', extra.at, `Extra field 0x${extra.id.toString(16)} is missing at the file.`);
  }
}

function sameExtra(local: ZipExtra, central: ZipExtra): boolean {
  if (local.data.equals(central.data)) return true;
  // The directory keeps the modification time alone; Info-ZIP's owner field is empty there.
  if (local.id === EXTRA_TIMES)
    return local.data.subarray(0, central.data.length).equals(central.data) && central.data.length >= 5;
  return local.id === 0x7855 && central.data.length === 0;
}

function compareSizes(fixed: Buffer, extras: readonly ZipExtra[], entry: ZipEntry, report: ZipReport): void {
  const at = entry.localAt;
  const crc = fixed.readUInt32LE(14);
  const sizes = localSizes(fixed, extras, report);
  const hasDescriptor = (entry.flags & FLAG_DESCRIPTOR) !== 0;
  if (hasDescriptor && crc === 0 && sizes.compressed === 0 && sizes.bytes === 0) return;
  // Info-ZIP fills in what it knows already and leaves the rest at nought; everyone else does all or nothing.
  const isLater = (value: number) => hasDescriptor && value === 0 && isInfoZip(entry);
  if (crc !== entry.crc && !isLater(crc))
    report('zip.local', at + 14, `The CRC-32 of ${entry.name} differs from the directory.`);
  if (sizes.compressed !== entry.compressedBytes && !isLater(sizes.compressed)) {
    report(
      'zip.local',
      at + 18,
      `${entry.name} has ${sizes.compressed} bytes here, ${entry.compressedBytes} in the directory.`,
    );
  }
  if (sizes.bytes !== entry.bytes && !isLater(sizes.bytes)) {
    report(
      'zip.local',
      at + 22,
      `${entry.name} unpacks to ${sizes.bytes} bytes here, ${entry.bytes} in the directory.`,
    );
  }
}

function localSizes(
  fixed: Buffer,
  extras: readonly ZipExtra[],
  report: ZipReport,
): { compressed: number; bytes: number } {
  const compressed = fixed.readUInt32LE(18);
  const bytes = fixed.readUInt32LE(22);
  const zip64 = extras.find((extra) => extra.id === EXTRA_ZIP64);
  if (zip64 === undefined) return { compressed, bytes };
  if (zip64.data.length !== 16) {
    report('zip.extra', zip64.at, `The zip64 field of a file must have 16 bytes, it has ${zip64.data.length}.`);
    return { compressed, bytes };
  }
  const long = { bytes: readU64(zip64.data, 0), compressed: readU64(zip64.data, 8) };
  if (bytes !== U32_MAX && bytes !== long.bytes)
    report('zip.extra', zip64.at + 4, 'The zip64 size differs from the header.');
  if (compressed !== U32_MAX && compressed !== long.compressed) {
    report('zip.extra', zip64.at + 12, 'The zip64 compressed size differs from the header.');
  }
  return long;
}

interface DescriptorPlace {
  readonly entry: ZipEntry;
  readonly dataEnd: number;
  readonly nextAt: number;
}

async function checkDescriptor(handle: ReadableAt, place: DescriptorPlace, report: ZipReport): Promise<void> {
  const { entry, dataEnd, nextAt } = place;
  const room = nextAt - dataEnd;
  if ((entry.flags & FLAG_DESCRIPTOR) === 0) {
    if (room !== 0) report('zip.gap', dataEnd, `${room} bytes after ${entry.name} belong to no file.`);
    return;
  }
  if (room !== 12 && room !== 16 && room !== 20 && room !== 24) {
    report(
      'zip.descriptor',
      dataEnd,
      `The descriptor after ${entry.name} should have 12 to 24 bytes, there are ${room}.`,
    );
    return;
  }
  const bytes = await readSpan(handle, dataEnd, room);
  const signed = room === 16 || room === 24;
  const wide = room >= 20;
  if (signed && bytes.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE) {
    report('zip.descriptor', dataEnd, `The descriptor after ${entry.name} has no signature.`);
  }
  const from = signed ? 4 : 0;
  const read = (at: number) => (wide ? readU64(bytes, at) : bytes.readUInt32LE(at));
  const step = wide ? 8 : 4;
  const values = [
    ['CRC-32', bytes.readUInt32LE(from), entry.crc, from],
    ['compressed size', read(from + 4), entry.compressedBytes, from + 4],
    ['size', read(from + 4 + step), entry.bytes, from + 4 + step],
  ] as const;
  for (const [what, here, there, offset] of values) {
    if (here === there) continue;
    report(
      'zip.descriptor',
      dataEnd + offset,
      `The ${what} after ${entry.name} is ${here}, the directory says ${there}.`,
    );
  }
}
