import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import { pathExists } from '../../base/path-exists.ts';
import type { DraftExportFormat } from '../../model/farewell/draft-export.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { cannotWrite } from '../cannot-write.ts';
import { putFile } from '../put-export.ts';
import type { PlannedExport } from './planned-exports.ts';

export interface ExportedDraftFile {
  readonly format: DraftExportFormat;
  readonly locale: FarewellLocale | null;
  /** Absolute. */
  readonly file: string;
  readonly drafts: number;
  readonly bytes: number;
}

/** @throws KnownError `draft-export.exists` */
export async function refuseExisting(folder: string, planned: readonly PlannedExport[]): Promise<void> {
  const there: string[] = [];
  for (const { name } of planned) if (await pathExists(join(folder, name))) there.push(join(folder, name));
  const [first, ...others] = there;
  if (first === undefined) return;
  const more = others.length === 1 ? 'and another file are' : `and ${others.length} more files are`;
  throw new KnownError('draft-export.exists', `${first} ${others.length === 0 ? 'is' : more} already there.`, {
    hint: 'Add --force to replace what an earlier export wrote, or choose another folder with --out.',
  });
}

/** Writes one file, whole or not at all. @throws KnownError `draft-export.cannot-write`, `export.disk-full` */
export async function putDraftFile(
  folder: string,
  { format, locale, name, drafts }: PlannedExport,
  bytes: Uint8Array,
  force: boolean,
  signal: AbortSignal,
): Promise<ExportedDraftFile> {
  const file = join(folder, name);
  try {
    await mkdir(dirname(file), { recursive: true });
    await putFile(file, once(bytes), force, signal);
  } catch (error) {
    throw cannotWrite('draft-export.cannot-write', file, error);
  }
  return { format, locale, file, drafts, bytes: bytes.length };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Whoever uploads a folder should know that something in it is from another day; absolute paths. */
export async function olderFiles(
  folder: string,
  formats: readonly DraftExportFormat[],
  planned: readonly PlannedExport[],
): Promise<readonly string[]> {
  const written = new Set(planned.map(({ name }) => join(folder, name)));
  const older: string[] = [];
  for (const [place, name] of formats.map(ownFiles)) {
    // Only there: the folder may be one that holds everything else as well.
    const names = await namesIn(join(folder, place));
    older.push(...names.filter((one) => name.test(one)).map((one) => join(folder, place, one)));
  }
  return older.filter((file) => !written.has(file)).sort();
}

/** Where the files of a format are, and how they are called. */
function ownFiles(format: DraftExportFormat): readonly [place: string, name: RegExp] {
  if (format.startsWith('csv:')) return [format.slice(4), /\.csv$/];
  return format === 'eml' ? ['mail', /\.eml$/] : ['', new RegExp(`^farewell.*\\.${format}$`)];
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
