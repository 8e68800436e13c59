import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import type { ExportFile, ExportPart, ExportTree, RefusedEntry } from '../model/official-export.ts';

interface OpenPart {
  readonly part: ExportPart;
  readonly files: readonly ExportFile[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * Opens what a person gave as one export: ZIPs, folders, single files, their contents joined. Reads names and sizes alone.
 * @param paths absolute, at least one
 * @throws KnownError `export.not-found`
 */
export async function openExportTree(paths: readonly string[]): Promise<ExportTree> {
  const opened: OpenPart[] = [];
  for (const path of paths) opened.push(await openPart(path));
  const files = opened.flatMap((part) => part.files).sort(byPath);
  return {
    parts: opened.map(({ part }) => part),
    files,
    refused: opened.flatMap(({ refused }) => refused),
    close: async () => undefined,
  };
}

async function openPart(path: string): Promise<OpenPart> {
  const stats = await lstat(path).catch((cause: unknown) => {
    throw new KnownError('export.not-found', `There is no ${path}.`, { cause, exitCode: 2 });
  });
  const name = basename(path);
  if (!stats.isDirectory()) {
    const part = { name, path, form: 'file', bytes: stats.size } as const;
    return { part, files: [fileAt(path, name, name, stats.size)], refused: [] };
  }
  const files: ExportFile[] = [];
  await walk(path, '', name, files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { part: { name, path, form: 'folder', bytes }, files, refused: [] };
}

async function walk(root: string, below: string, part: string, files: ExportFile[]): Promise<void> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) await walk(root, path, part, files);
    else if (entry.isFile()) files.push(fileAt(join(root, path), path, part, (await lstat(join(root, path))).size));
  }
}

function fileAt(full: string, path: string, part: string, bytes: number): ExportFile {
  return { path, bytes, part, open: (signal) => createReadStream(full, signal === undefined ? {} : { signal }) };
}

function byPath(a: ExportFile, b: ExportFile): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.part < b.part ? -1 : Number(a.part > b.part);
}
