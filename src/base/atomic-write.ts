import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shortId } from './ids.ts';

/** Asks the disk to keep a folder's entries: without it a rename can be lost with the power. */
export async function flushDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a whole small file beside `path`, flushes it, renames it. It appears whole or not at all. */
export async function writeFileAtomic(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  await replaceFile(path, content, mode);
  await flushDirectory(dirname(path));
}

/** How many are flushed at a time: the disk takes several in one go. */
const FILES_AT_ONCE = 16;

/**
 * Writes many small files, each as `writeFileAtomic` does; the folders are flushed once, at the end. Where it breaks off, some
 * are there as they are to be and the others as they were.
 */
export async function writeFilesAtomic(files: Iterable<readonly [path: string, content: string]>): Promise<void> {
  const queue = [...files];
  const folders = new Set(queue.map(([path]) => dirname(path)));
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) await replaceFile(file[0], file[1], 0o666);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  for (const folder of folders) await flushDirectory(folder);
}

async function replaceFile(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const beside = `${path}.${shortId()}.tmp`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
