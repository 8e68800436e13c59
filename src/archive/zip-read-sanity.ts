import {
  DEFLATED,
  FLAG_DESCRIPTOR,
  FLAG_UTF8,
  isInfoZip,
  STORED,
  type ZipEnd,
  type ZipEntry,
  type ZipReport,
} from './zip-read-types.ts';

/**
 * Fields that stand in the ZIP only once, so that nothing can contradict them. They are held to the values that
 * writers of WACZ files use, and to being alike in all entries.
 */
export function checkLoneFields(entries: readonly ZipEntry[], end: ZipEnd, report: ZipReport): void {
  for (const entry of entries) {
    checkName(entry, report);
    checkValues(entry, report);
    checkAttributes(entry, report);
  }
  checkDuplicates(entries, report);
  checkMadeBy(entries, end, report);
  checkTextBit(entries, report);
}

/** In a file this software made there is even less to choose from, so that every single bit is accounted for. */
export function checkOwnFields(entries: readonly ZipEntry[], end: ZipEnd, report: ZipReport): void {
  const attributes = usual(entries.map((entry) => entry.externalAttributes));
  const madeBy = usual(entries.map((entry) => entry.madeBy));
  for (const entry of entries) {
    if (entry.externalAttributes !== attributes) {
      report('zip.field', entry.at + 38, `The attributes of ${entry.name} are not those of the other files.`);
    }
    if (entry.madeBy !== madeBy)
      report('zip.field', entry.at + 4, `${entry.name} was not made by what made the others.`);
    if (entry.commentBytes > 0)
      report('zip.comment', entry.at + 32, `${entry.name} carries a comment; Lastpost writes none.`);
    if (entry.method !== STORED) {
      report(
        'zip.method',
        entry.at + 10,
        `${entry.name} is compressed; Lastpost stores every file, so that each byte is under a checksum.`,
      );
    }
    const strange = entry.extras.find((extra) => extra.id !== 1);
    if (strange !== undefined)
      report('zip.extra', strange.at, `${entry.name} carries an extra field; Lastpost writes none.`);
  }
  if (end.commentBytes > 0) report('zip.comment', end.at + 20, 'The ZIP carries a comment; Lastpost writes none.');
}

const HOSTS = new Set([0, 3, 6, 7, 10, 11, 14, 19]);
const VERSIONS = new Set([10, 20, 21, 23, 25, 30, 31, 45, 46, 50, 51, 52, 61, 62, 63]);
/** Plain, deflate and zip64: what a WACZ may need of a reader. */
const NEEDED = new Set([10, 20, 45]);

function checkName(entry: ZipEntry, report: ZipReport): void {
  const { name } = entry;
  const parts = name.replace(/\/$/, '').split('/');
  const unsafe = /[\p{Cc}\\:]/u.test(name) || parts.some((part) => part === '' || part === '.' || part === '..');
  if (unsafe || name.includes('\u{fffd}'))
    report('zip.name', entry.at + 46, 'A file name could lead outside the folder it is unpacked to.');
}

function checkDuplicates(entries: readonly ZipEntry[], report: ZipReport): void {
  const names = new Set<string>();
  for (const entry of entries) {
    if (names.has(entry.name)) report('zip.duplicate', entry.at, `${entry.name} is listed twice.`);
    names.add(entry.name);
  }
}

function checkValues(entry: ZipEntry, report: ZipReport): void {
  const levelBits = entry.method === DEFLATED ? 0b110 : 0;
  const strange = entry.flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8 | levelBits);
  if (strange !== 0)
    report('zip.field', entry.at + 8, `${entry.name} has flags 0x${strange.toString(16)}, which no WACZ may use.`);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    report(
      'zip.method',
      entry.at + 10,
      `${entry.name} is packed with method ${entry.method}; only 0 and 8 can be read.`,
    );
  }
  if (!NEEDED.has(entry.versionNeeded)) {
    report('zip.field', entry.at + 6, `${entry.name} needs version ${entry.versionNeeded} to be unpacked.`);
  }
  if (entry.method === STORED && entry.bytes !== entry.compressedBytes) {
    report(
      'zip.size',
      entry.at + 20,
      `${entry.name} is stored, yet its two sizes are ${entry.compressedBytes} and ${entry.bytes}.`,
    );
  }
}

function checkAttributes(entry: ZipEntry, report: ZipReport): void {
  const dos = entry.externalAttributes & 0xffff;
  const mode = entry.externalAttributes >>> 16;
  const isFolder = entry.name.endsWith('/');
  const kinds = isFolder ? [0, 0o4] : [0, 0o10];
  const folderBit = isFolder ? 0x10 : 0;
  const sane = kinds.includes(mode >>> 12) && (mode & 0o7000) === 0 && (dos & ~(0x21 | folderBit)) === 0;
  if (!sane)
    report(
      'zip.field',
      entry.at + 38,
      `${entry.name} has attributes 0x${entry.externalAttributes.toString(16)}, not those of a plain file.`,
    );
  if (entry.internalAttributes > 1) {
    report(
      'zip.field',
      entry.at + 36,
      `${entry.name} has internal attributes ${entry.internalAttributes}; only 0 and 1 have a meaning.`,
    );
  }
}

function checkMadeBy(entries: readonly ZipEntry[], end: ZipEnd, report: ZipReport): void {
  const common = usual(entries.map((entry) => entry.madeBy));
  for (const { madeBy, versionNeeded, at, name } of entries) {
    const known = HOSTS.has(madeBy >>> 8) && VERSIONS.has(madeBy & 0xff);
    // Python's zipfile raises "made by" together with "version needed" for the entries that are zip64.
    const raised = madeBy >>> 8 === common >>> 8 && (madeBy & 0xff) === Math.max(20, versionNeeded);
    if (!known || (madeBy !== common && !raised)) {
      report(
        'zip.field',
        at + 4,
        `${name} was made by 0x${madeBy.toString(16)}, the others by 0x${common.toString(16)}.`,
      );
    }
  }
  if (end.zip64MadeBy === undefined) return;
  const { value, at } = end.zip64MadeBy;
  const plausible = value === 45 || value === (45 | (3 << 8)) || entries.some((entry) => entry.madeBy === value);
  if (!plausible) report('zip.end', at, `The zip64 end record was made by 0x${value.toString(16)}.`);
}

/** Info-ZIP alone tells text from binary; the others leave the bit at nought, or set it everywhere. */
function checkTextBit(entries: readonly ZipEntry[], report: ZipReport): void {
  const common = usual(entries.map((entry) => entry.internalAttributes));
  for (const entry of entries) {
    if (isInfoZip(entry) || entry.internalAttributes === common) continue;
    report('zip.field', entry.at + 36, `The internal attributes of ${entry.name} are not those of the other files.`);
  }
}

/** The most frequent value. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}
