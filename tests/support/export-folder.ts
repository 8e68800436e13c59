import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openExportTree } from '../../src/archive/export-tree.ts';
import type { ExportTree } from '../../src/model/official-export.ts';

/** The files of an export by their paths; a value that is neither text nor bytes is written as JSON. */
export type ExportContents = Readonly<Record<string, unknown>>;

/** Writes an export into a folder of its own, which goes with the test. */
export async function writeExport(contents: ExportContents, name = 'export'): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-export-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(contents)) {
    const file = join(dir, name, path);
    await mkdir(dirname(file), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(file, isRaw ? content : JSON.stringify(content, null, 2));
  }
  return join(dir, name);
}

/** An export of these files, opened as a person's folder is. */
export async function exportTree(contents: ExportContents, name?: string): Promise<ExportTree> {
  const tree = await openExportTree([await writeExport(contents, name)]);
  onTestFinished(() => tree.close());
  return tree;
}
