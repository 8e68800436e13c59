import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import { sha256File } from '../base/digest.ts';
import { diskFullReason } from '../base/disk-full-reason.ts';
import { takeFreeName } from '../base/free-name.ts';
import { shortId } from '../base/ids.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { PutOptions, VaultFiles, VaultSource, VaultStat } from '../model/vault-files.ts';
import { listFolder } from './list-folder.ts';
import { damagedInVault, missingInVault, nameTaken, requireKey } from './vault-key.ts';

/** Only the owner of a disk may change his mind; everything else is told that the file is finished. */
const READ_ONLY = 0o444;

/** A vault that is the folder `dir`, absolute. It is made when the first file is put into it. */
export function folderFiles(dir: string): VaultFiles {
  const pathOf = (key: string): string => join(dir, ...requireKey(key).split('/'));
  const statOf = async (key: string): Promise<VaultStat | undefined> => {
    const found = await stat(pathOf(key)).catch(absent);
    return found?.isFile() ? { bytes: found.size, tag: `${found.mtimeMs}-${found.size}` } : undefined;
  };
  return {
    place: dir,
    pathOf,
    nameOf: pathOf,
    stat: statOf,
    put: async (key, source, options = {}) => {
      const path = pathOf(key);
      try {
        if (!(await isThere(path, source))) await putFile(path, source, options);
      } catch (error) {
        throw explain(path, error);
      }
      options.onBytes?.(source.bytes);
      const found = await statOf(key);
      if (found?.bytes === source.bytes) return found;
      throw damagedInVault(path, `it has ${found?.bytes ?? 0} bytes and not ${source.bytes}.`);
    },
    read: (key, options) => readFolder(pathOf(key), options),
    list: (prefix, signal) => listFolder(dir, prefix, signal),
    remove: async (key) => {
      await rm(pathOf(key), { force: true });
    },
    close: async () => undefined,
  };
}

function absent(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return undefined;
  throw error;
}

/** @throws KnownError `vault.name-taken` */
async function isThere(path: string, { bytes, sha256 }: VaultSource): Promise<boolean> {
  const found = await stat(path).catch(absent);
  if (found === undefined) return false;
  if (found.size === bytes && (await sha256File(path)).sha256 === sha256) return true;
  throw nameTaken(path);
}

async function putFile(path: string, source: VaultSource, options: PutOptions): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // The same disk: a second name for the same bytes, and a whole snapshot is in the vault at once.
  try {
    const isTaken = source.path !== undefined && (await tookOver(source.path, path));
    if (!isTaken) await copyIn(path, source, options);
  } catch (error) {
    // Another process was first: the same bytes are as good as our own.
    if (systemErrorCode(error) !== 'EEXIST' || !(await isThere(path, source))) throw error;
  }
  await flushDirectory(folder);
  await flushDirectory(dirname(folder));
}

/** False where the file is on another disk, or on one that has no hard links. */
async function tookOver(from: string, path: string): Promise<boolean> {
  try {
    const handle = await open(from, 'r');
    try {
      await handle.sync();
      await handle.chmod(READ_ONLY);
    } finally {
      await handle.close();
    }
    await link(from, path);
    return true;
  } catch (error) {
    if (['ENOENT', 'EEXIST', 'ENOSPC', 'EDQUOT'].includes(systemErrorCode(error) ?? '')) throw error;
    return false;
  }
}

async function copyIn(path: string, source: VaultSource, { signal, onBytes }: PutOptions): Promise<void> {
  const beside = join(dirname(path), `.${shortId()}.part`);
  const hash = createHash('sha256');
  try {
    const handle = await open(beside, 'wx');
    try {
      let written = 0;
      for await (const chunk of source.open()) {
        signal?.throwIfAborted();
        await handle.writeFile(chunk);
        hash.update(chunk);
        written += chunk.length;
        onBytes?.(written);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (`sha256:${hash.digest('hex')}` !== source.sha256)
      throw damagedInVault(path, 'what was read was not what it was.');
    await chmod(beside, READ_ONLY);
    await takeFreeName(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

async function* readFolder(
  path: string,
  { range, signal }: NonNullable<Parameters<VaultFiles['read']>[1]> = {},
): AsyncGenerator<Uint8Array> {
  const span = range && { start: range.startByte, end: range.endByte - 1 };
  if (range && range.endByte <= range.startByte) return;
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20, ...span, ...(signal && { signal }) });
  } catch (error) {
    throw systemErrorCode(error) === 'ENOENT' ? missingInVault(path) : error;
  }
}

function explain(path: string, cause: unknown): unknown {
  if (cause instanceof KnownError) return cause;
  const full = diskFullReason(cause);
  if (full !== undefined) {
    const hint = 'Make room, or move the vault to a larger disk, and give the same command again.';
    return new KnownError('vault.disk-full', `${full}: ${path} could not be written.`, { hint, cause });
  }
  const code = systemErrorCode(cause);
  if (code === undefined || code === 'ABORT_ERR') return cause;
  const hint = 'Check that the vault folder is there, belongs to you and has room.';
  return new KnownError('vault.cannot-write', `${path} cannot be written (${code}).`, { hint, cause });
}
