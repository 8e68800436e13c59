import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { probeFolder } from '../vault/probe-folder.ts';

/** Every folder that an export made has this file: it says what the folder is, and that it may be replaced. */
export const EXPORT_NOTE = 'lastpost-export.json';

export type ExportTarget =
  | { readonly kind: 'stdout' }
  /** Absolute. `replaces`: something is there that gives way. */
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly replaces: boolean };

export interface ExportWish {
  readonly format: ExportFormat;
  /** A path, `-` for stdout, or undefined for a fitting name in the folder one is in. */
  readonly out: string | undefined;
  readonly force: boolean;
  readonly cwd: string;
  readonly channel: string | undefined;
  readonly outIsTerminal: boolean;
}

/**
 * Where an export goes, looked at before anything is written.
 * @throws KnownError `export.needs-folder`, `export.terminal`, `export.exists`, `export.not-ours`, `export.no-folder`,
 * `export.cannot-write`
 */
export async function chooseExportTarget(wish: ExportWish): Promise<ExportTarget> {
  const { format, out, cwd } = wish;
  const isFolder = format === 'markdown' || format === 'html';
  if (out === '-') return toStdout(wish, isFolder);
  const path = resolve(cwd, out ?? defaultName(wish));
  if (isFolder) return { kind: 'folder', path, replaces: await mayBeReplacedFolder(path, wish) };
  // A folder that is there takes the file in, as cp and mv do it.
  const isIn = out !== undefined && ((await isDirectory(path)) || /[/\\]$/.test(out));
  const file = isIn ? join(path, defaultName(wish)) : path;
  return { kind: 'file', path: file, replaces: await mayBeReplacedFile(file, wish) };
}

/** `posts.csv`, `posts-blog.csv`; a folder is called `posts-html`. */
function defaultName({ format, channel }: ExportWish): string {
  const name = channel === undefined ? 'posts' : `posts-${channel}`;
  return format === 'markdown' || format === 'html' ? `${name}-${format}` : `${name}.${format}`;
}

function toStdout({ format, outIsTerminal }: ExportWish, isFolder: boolean): ExportTarget {
  if (isFolder) {
    throw new KnownError('export.needs-folder', `An export as ${format} is a folder and cannot go to stdout.`, {
      hint: 'Name a folder with --out DIR, or choose jsonl, csv, atom or xlsx.',
      exitCode: 2,
    });
  }
  if (format === 'xlsx' && outIsTerminal) {
    throw new KnownError('export.terminal', 'An Excel file would only make a mess of the terminal.', {
      hint: 'Name a file with --out FILE, or send the output elsewhere: --out - > posts.xlsx',
      exitCode: 2,
    });
  }
  return { kind: 'stdout' };
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function mayBeReplacedFile(path: string, { force }: ExportWish): Promise<boolean> {
  await refuseParent(path);
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return false;
  if (there.isDirectory() || !force) throw exists(path);
  return true;
}

/** Only a folder that an export made is ever replaced: --force on a home folder must not be the end of it. */
async function mayBeReplacedFolder(path: string, { force }: ExportWish): Promise<boolean> {
  await refuseParent(path);
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return false;
  if (!there.isDirectory()) {
    throw new KnownError('export.exists', `${path} is no folder.`, { hint: 'Choose another name with --out DIR.' });
  }
  const inside = await readdir(path);
  if (inside.length === 0) return true;
  if (!force) throw exists(path);
  if (inside.includes(EXPORT_NOTE)) return true;
  throw new KnownError(
    'export.not-ours',
    `${path} has files in it and was not made by an export (no ${EXPORT_NOTE}).`,
    {
      hint: 'Choose another name with --out DIR: even --force does not delete what Lastpost did not make.',
    },
  );
}

function exists(path: string): KnownError {
  return new KnownError('export.exists', `${path} is already there.`, {
    hint: 'Add --force to replace it, or choose another name with --out.',
  });
}

async function refuseParent(path: string): Promise<void> {
  const folder = dirname(path);
  if (!(await pathExists(folder))) {
    throw new KnownError('export.no-folder', `The folder ${folder} does not exist.`, {
      hint: 'Make it first, or choose another place with --out.',
    });
  }
  const { failed } = await probeFolder(folder);
  if (failed) {
    throw new KnownError('export.cannot-write', `Nothing can be written in ${folder} (${failed.code}).`, {
      hint: 'See to the rights and the room there, or choose another place with --out.',
    });
  }
}
