import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ExportTreeOptions, openExportTree } from '../../src/archive/export-tree.ts';
import type { ExportFile, ExportTree } from '../../src/model/official-export.ts';
import { newFolder } from './folder.ts';
import { type ZipPart, zipOf } from './verify-make-zip.ts';

/** A file of a ZIP from its path and text. */
export function entry(name: string, text: string, more: Partial<ZipPart> = {}): ZipPart {
  return { name, content: Buffer.from(text), ...more };
}

/** Opens bytes as a file of this name; closed when the test is over. */
export async function openBytes(bytes: Uint8Array, name = 'export.zip', options?: ExportTreeOptions) {
  const file = join(await newFolder(), name);
  await writeFile(file, bytes);
  return openPaths([file], options);
}

export async function openPaths(paths: readonly string[], options?: ExportTreeOptions): Promise<ExportTree> {
  const tree = await openExportTree(paths, options);
  onTestFinished(() => tree.close());
  return tree;
}

export function openParts(parts: readonly ZipPart[], options?: ExportTreeOptions): Promise<ExportTree> {
  return openBytes(zipOf(parts), 'export.zip', options);
}

export async function bytesOf(file: Pick<ExportFile, 'open'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** All files by their paths, as text. */
export async function textsOf(tree: ExportTree): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const file of tree.files) texts[file.path] = (await bytesOf(file)).toString();
  return texts;
}
