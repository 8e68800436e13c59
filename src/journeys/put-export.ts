import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PartFile } from '../archive/part-file.ts';
import { shortId } from '../base/ids.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { EXPORT_NOTE } from './choose-export-target.ts';

/** Writes a stream beside its target; it appears whole or not at all. @throws KnownError `export.disk-full` */
export async function putFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  replaces: boolean,
  signal: AbortSignal,
): Promise<void> {
  await withDiskErrors(path, async () => {
    const part = await PartFile.beside(path);
    try {
      for await (const chunk of chunks) {
        signal.throwIfAborted();
        await part.append(chunk);
      }
      await part.putInPlace(replaces);
    } catch (error) {
      await part.discard();
      throw error;
    }
  });
}

/**
 * Lets `fill` write a folder beside its target; it appears whole or not at all. What it replaces is there until then. A
 * process that is killed leaves `<name>.<id>.part` behind, which can be removed.
 * @param fill gives what the folder's note says of it
 * @throws KnownError `export.disk-full`
 */
export async function putFolder<T extends object>(
  path: string,
  fill: (folder: string) => Promise<T>,
  replaces: boolean,
): Promise<T> {
  return withDiskErrors(path, async () => {
    const beside = `${path}.${shortId()}`;
    const part = `${beside}.part`;
    try {
      await mkdir(part);
      const said = await fill(part);
      await writeFile(join(part, EXPORT_NOTE), `${JSON.stringify(said, null, 2)}\n`);
      if (replaces) await exchange(path, part, `${beside}.old`);
      else await rename(part, path);
      return said;
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
  });
}

async function exchange(path: string, part: string, old: string): Promise<void> {
  await rename(path, old);
  try {
    await rename(part, path);
  } catch (error) {
    await rename(old, path);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

async function withDiskErrors<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = systemErrorCode(error) ?? '';
    if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) throw error;
    throw diskFull(path, code, error);
  }
}

function diskFull(path: string, code: string, cause: unknown): KnownError {
  return new KnownError('export.disk-full', `There is no room for ${path} (${code}).`, {
    hint: 'Make room, or choose another disk with --out; nothing of the export is left behind.',
    cause,
  });
}
