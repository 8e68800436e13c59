import { link, open, rename, rm } from 'node:fs/promises';
import { systemErrorCode } from './known-error.ts';

/** What file systems without hard links (FAT, some network shares) say to one. */
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV']);

/**
 * Gives a finished file its name, if nothing has that name: a rename would replace a file that came up a moment ago.
 * @throws the system's error; its code is `EEXIST` when something is there, and then `path` is still what it was
 */
export async function takeFreeName(path: string, target: string): Promise<void> {
  try {
    await link(path, target);
  } catch (error) {
    if (!NO_HARD_LINKS.has(systemErrorCode(error) ?? '')) throw error;
    await (await open(target, 'wx')).close();
    await rename(path, target);
    return;
  }
  await rm(path);
}
