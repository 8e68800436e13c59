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
  await flushDirectory(dirname(path));
}
