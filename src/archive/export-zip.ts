import { KnownError } from '../base/known-error.ts';
import type { ExportFile, RefusedEntry } from '../model/official-export.ts';
import type { ExportLimits } from './export-limits.ts';
import { type NamedEntry, pathOfName, refused, whyNoFile } from './export-path.ts';
import { bomb, damagedZip, emptyExport } from './export-trouble.ts';
import { findDirectory, type OpenZip, scanDirectory } from './export-zip-directory.ts';
import { nameOfEntry } from './export-zip-name.ts';
import { surveyZip } from './export-zip-survey.ts';
import { type LocalCheck, PackedTable } from './export-zip-table.ts';
import { printable } from './verify-findings.ts';
import { readLocal } from './zip-read-local.ts';
import type { ReadableAt } from './zip-read-span.ts';
import { STORED, type ZipEntry } from './zip-read-types.ts';
import { windowOn } from './zip-read-window.ts';

/** Headers of small files lie close together; between large ones a larger window would be read for nothing. */
const WINDOW_BYTES = 1 << 14;

export interface ListedFiles {
  readonly files: readonly ExportFile[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * Lists a ZIP's files without unpacking one. The directory and the header of each file must give it the same name: a ZIP in
 * which they differ shows different programs different files. Whatever else is wrong with a file is said when it is opened.
 * @throws KnownError `export.truncated`, `export.multi-disk`, `export.damaged`, `export.bomb`, `export.encrypted`,
 * `export.unsupported`, `export.duplicate-names`, `export.empty`
 */
export async function listZip(zip: OpenZip, limits: ExportLimits, signal?: AbortSignal): Promise<ListedFiles> {
  const directory = await findDirectory(zip);
  const nextAt = await surveyZip(zip, directory, limits);
  const window = windowOn(zip.handle, WINDOW_BYTES);
  const found = new FoundFiles(zip, nextAt.length);
  let index = 0;
  for await (const entry of scanDirectory(zip, directory)) {
    if (index % 1024 === 0) signal?.throwIfAborted();
    const local = await checkLocal(zip, window, entry, nextAt[index] ?? directory.startAt);
    found.take(entry, local);
    index += 1;
  }
  if (found.files.length + found.refused.length === 0) throw emptyExport(zip.name, 'is a ZIP without any file in it');
  const { files, refused: untouched } = found;
  return { files, refused: untouched };
}

async function checkLocal(zip: OpenZip, window: ReadableAt, entry: ZipEntry, nextAt: number): Promise<LocalCheck> {
  const at = entry.localAt;
  let trouble: string | undefined;
  const content = await readLocal(window, entry, nextAt, (rule, offset) => {
    if (rule === 'zip.overlap') throw bomb(zip.name, 'files in it lie over one another.');
    if (rule !== 'zip.local') return;
    if (offset === at) trouble = `there is no file where it should begin, at byte ${at}.`;
    else if (offset === at + 8) trouble = 'how it is packed is told in two ways.';
    else if (trouble === undefined && (offset === at + 26 || offset >= at + 30)) {
      throw damagedZip(zip.name, `the file at byte ${at} has another name than in the list of files.`);
    }
  });
  if (entry.method === STORED && entry.bytes !== entry.compressedBytes) {
    trouble ??= `it is not compressed, and yet should grow from ${entry.compressedBytes} to ${entry.bytes} bytes.`;
  }
  return { dataAt: content?.dataAt ?? 0, trouble };
}

class FoundFiles implements ListedFiles {
  readonly files: ExportFile[] = [];
  readonly refused: RefusedEntry[] = [];
  readonly #zip: OpenZip;
  readonly #paths = new Set<string>();
  readonly #table: PackedTable;

  constructor(zip: OpenZip, count: number) {
    this.#zip = zip;
    this.#table = new PackedTable(zip, count);
  }

  take(entry: ZipEntry, local: LocalCheck): void {
    const named = judge(entry);
    if (named.kind === 'refused') {
      this.refused.push({ part: this.#zip.name, path: named.path, message: named.message });
    }
    if (named.kind !== 'file') return;
    const { path } = named;
    if (this.#paths.has(path)) throw sameName(this.#zip.name, path);
    this.#paths.add(path);
    const { bytes } = entry;
    this.files.push({ path, bytes, part: this.#zip.name, open: this.#table.add(path, entry, local) });
  }
}

function judge(entry: ZipEntry): NamedEntry {
  const name = nameOfEntry(entry);
  const named = pathOfName(name);
  if (named.kind === 'refused' || named.kind === 'junk') return named;
  const mode = entry.externalAttributes >>> 16;
  const reason = whyNoFile(mode);
  if (reason !== undefined) return refused(name, reason);
  if (named.kind === 'folder' && entry.bytes > 0) return refused(name, 'It is a folder, and yet has content.');
  return named;
}

function sameName(name: string, path: string): KnownError {
  const message = `${name} holds two files named "${printable(path)}".`;
  return new KnownError('export.duplicate-names', message, {
    hint: 'It cannot be told which of them is meant. Fetch it from the platform again, or unpack it and give the folder.',
  });
}
