import type { FileHandle } from 'node:fs/promises';
import { readCentral } from './zip-read-central.ts';
import { readZipEnd } from './zip-read-end.ts';
import { readLocal } from './zip-read-local.ts';
import { checkLoneFields } from './zip-read-sanity.ts';
import type { ZipContent, ZipEnd, ZipEntry, ZipReport } from './zip-read-types.ts';

export interface ZipArchive {
  readonly end: ZipEnd;
  readonly entries: readonly ZipEntry[];
  /** Entries whose content can be read, in the order they stand in the file. */
  readonly contents: readonly ZipContent[];
}

/**
 * Reads a ZIP's whole structure and reports every byte of it that does not fit: end records, directory, local headers
 * and descriptors must say the same, and together fill the file without gap or overlap. The content is not read here.
 * Undefined when there is no directory to go by.
 */
export async function readZip(
  handle: FileHandle,
  sizeBytes: number,
  report: ZipReport,
): Promise<ZipArchive | undefined> {
  const end = await readZipEnd(handle, sizeBytes, report);
  if (end === undefined) return undefined;
  const entries = await readCentral(handle, end, report);
  checkLoneFields(entries, end, report);
  const ordered = entries.filter((entry) => isInside(entry, end, report)).sort((a, b) => a.localAt - b.localAt);
  const firstAt = ordered[0]?.localAt ?? 0;
  if (firstAt !== 0) report('zip.gap', 0, `The first ${firstAt} bytes belong to no file.`);
  const centralAt = Math.min(end.centralEndAt, ...entries.map((entry) => entry.at).slice(0, 1));
  const contents: ZipContent[] = [];
  for (const [index, entry] of ordered.entries()) {
    const nextAt = ordered[index + 1]?.localAt ?? centralAt;
    const content = await readLocal(handle, entry, nextAt, report);
    if (content !== undefined) contents.push(content);
  }
  return { end, entries, contents };
}

function isInside(entry: ZipEntry, end: ZipEnd, report: ZipReport): boolean {
  if (entry.localAt + entry.compressedBytes <= end.centralEndAt) return true;
  report('zip.overlap', entry.at + 42, `${entry.name} should reach past the directory.`);
  return false;
}
