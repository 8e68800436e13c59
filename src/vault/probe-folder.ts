import { open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import { shortId } from '../base/ids.ts';
import { systemErrorCode } from '../base/known-error.ts';

export interface FolderProbe {
  /** Bytes this user may still write. */
  readonly freeBytes: number;
  /** The step that failed and the system's code for it; null when a file can be written, flushed and renamed here. */
  readonly failed: { readonly step: 'write' | 'flush' | 'rename'; readonly code: string } | null;
}

async function tryWriting(path: string): Promise<FolderProbe['failed']> {
  let step: 'write' | 'flush' | 'rename' = 'write';
  try {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile('probe');
      step = 'flush';
      await handle.sync();
    } finally {
      await handle.close();
    }
    step = 'rename';
    await rename(path, `${path}.renamed`);
    step = 'flush';
    await flushDirectory(join(path, '..'));
    return null;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return { step, code };
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
    await rm(`${path}.renamed`, { force: true }).catch(() => undefined);
  }
}

/** Does in a small way what sealing a snapshot does in a folder, and leaves nothing behind. The folder must be there. */
export async function probeFolder(dir: string): Promise<FolderProbe> {
  const failed = await tryWriting(join(dir, `.lastpost-probe-${shortId()}`));
  const { bavail, bsize } = await statfs(dir);
  return { freeBytes: bavail * bsize, failed };
}
