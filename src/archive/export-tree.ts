import type { Stats } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { ExportFile, ExportPart, ExportTree, RefusedEntry } from '../model/official-export.ts';
import { listFolder, plainFile } from './export-folder.ts';
import { formOf, startsAsZip } from './export-format-magic.ts';
import { type ExportLimits, exportLimits } from './export-limits.ts';
import { namesOfParts } from './export-part-names.ts';
import { isJunk } from './export-path.ts';
import { emptyExport, explainUnreadable } from './export-trouble.ts';
import { listZip } from './export-zip.ts';

export interface ExportTreeOptions {
  /** Where a ZIP is taken for one that was made to do harm. */
  readonly limits?: Partial<ExportLimits>;
  readonly signal?: AbortSignal;
}

interface OpenPart {
  readonly part: ExportPart;
  readonly files: readonly ExportFile[];
  readonly refused: readonly RefusedEntry[];
  close(): Promise<void>;
}

/** A file or folder that a person gave, or a ZIP in a folder of ZIPs. */
interface GivenPath {
  readonly path: string;
  readonly stats: Stats;
}

/**
 * Opens what a person gave as one export: ZIPs, folders, single files, their contents joined. Reads names and sizes alone,
 * unpacks nothing to a disk, and writes nowhere. A folder that holds ZIPs and nothing else is taken for its ZIPs; the same
 * file given twice is taken once. ZIPs within ZIPs stay closed.
 * @param paths absolute, at least one
 * @throws KnownError `export.not-found`, `export.not-a-file`, `export.unreadable`, `export.empty`, `export.not-a-zip`,
 * `export.truncated`, `export.damaged`, `export.multi-disk`, `export.encrypted`, `export.unsupported`,
 * `export.duplicate-names`, `export.bomb`
 */
export async function openExportTree(
  paths: readonly string[],
  { limits = {}, signal }: ExportTreeOptions = {},
): Promise<ExportTree> {
  const given = await partsOf(paths);
  const names = namesOfParts(given.map(({ path }) => path));
  const opened: OpenPart[] = [];
  const close = async () => {
    for (const part of opened) await part.close();
  };
  try {
    for (const [index, place] of given.entries()) {
      const name = names[index] ?? basename(place.path);
      opened.push(await openPart(place, name, { limits: { ...exportLimits, ...limits }, signal }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    parts: opened.map(({ part }) => part),
    files: opened.flatMap(({ files }) => files).sort(byPath),
    refused: opened.flatMap(({ refused }) => refused),
    close,
  };
}

async function partsOf(paths: readonly string[]): Promise<readonly GivenPath[]> {
  const parts: GivenPath[] = [];
  for (const path of paths) {
    const stats = await look(path);
    const zips = stats.isDirectory() ? await zipsIn(path) : [];
    if (zips.length === 0) parts.push({ path, stats });
    for (const name of zips) parts.push({ path: join(path, name), stats: await look(join(path, name)) });
  }
  const ids = parts.map(({ stats }) => `${stats.dev}:${stats.ino}`);
  return parts.filter((_, index) => ids.indexOf(ids[index] ?? '') === index);
}

async function look(path: string): Promise<Stats> {
  return stat(path).catch((error: unknown) => {
    throw isAbsent(error) ? notFound(path, error) : explainUnreadable(path, error);
  });
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '');
}

function notFound(path: string, cause: unknown): KnownError {
  const hint = 'Check the path: a file that the platform gave, or the folder it was unpacked to.';
  return new KnownError('export.not-found', `There is no ${path}.`, { hint, cause, exitCode: 2 });
}

/** The names of a folder's files, when all of them are ZIPs: the parts of one download, lying together. */
async function zipsIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw explainUnreadable(path, error);
  });
  const wanted = entries.filter(({ name }) => !isJunk(name));
  if (wanted.some((entry) => !entry.isFile())) return [];
  for (const { name } of wanted) {
    if (!/\.zip$/i.test(name) && !(await isZip(join(path, name)))) return [];
  }
  return wanted.map(({ name }) => name).sort();
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined);
  try {
    return handle !== undefined && (await startsAsZip(handle));
  } finally {
    await handle?.close();
  }
}

interface OpeningOptions {
  readonly limits: ExportLimits;
  readonly signal: AbortSignal | undefined;
}

async function openPart(place: GivenPath, name: string, options: OpeningOptions): Promise<OpenPart> {
  const { path, stats } = place;
  if (stats.isDirectory()) return openFolder(path, name, options.signal);
  if (!stats.isFile()) {
    throw new KnownError('export.not-a-file', `${path} is neither a file nor a folder.`, {
      hint: 'Give a file that the platform gave, or the folder it was unpacked to.',
      exitCode: 2,
    });
  }
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw explainUnreadable(path, error);
  });
  try {
    return await openFile({ handle, path, name, bytes: stats.size }, options);
  } catch (error) {
    await handle.close();
    throw explainUnreadable(path, error);
  }
}

async function openFolder(path: string, name: string, signal: AbortSignal | undefined): Promise<OpenPart> {
  const { files, refused } = await listFolder(path, name, signal);
  if (files.length + refused.length === 0) throw emptyExport(name, 'is a folder without any file in it');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { part: { name, path, form: 'folder', bytes }, files, refused, close: async () => undefined };
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

async function openFile(file: OpenFile, { limits, signal }: OpeningOptions): Promise<OpenPart> {
  const { handle, path, name, bytes } = file;
  const form = await formOf(file);
  const part = { name, path, form, bytes };
  if (form === 'file') {
    await handle.close();
    const alone = plainFile({ full: path, path: name, part: name, bytes, followLinks: true });
    return { part, files: [alone], refused: [], close: async () => undefined };
  }
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return { part, ...(await listZip(file, limits, signal)), close };
}

function byPath(a: ExportFile, b: ExportFile): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.part < b.part ? -1 : Number(a.part > b.part);
}
