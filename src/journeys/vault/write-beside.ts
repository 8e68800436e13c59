import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Sha256 } from '../../base/digest.ts';
import { diskFullReason } from '../../base/disk-full-reason.ts';
import { shortId } from '../../base/ids.ts';
import { KnownError } from '../../base/known-error.ts';

export interface WriteBesideOptions {
  /** In the vault, for saying what was fetched. */
  readonly key: string;
  /** Hears how many bytes have been written. */
  readonly onBytes?: (bytes: number) => void;
  /** Told the digest of all of it before the copy gets its name; what it throws leaves none. */
  readonly accept?: (digest: Sha256) => void;
}

/**
 * Writes a copy of something in the vault to `path`, in a folder for such copies, read-only and only whole. Safe to call again,
 * and from two processes at once.
 * @throws KnownError `vault.disk-full`; what reading the pieces throws
 */
export async function writeBeside(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  { key, onBytes, accept }: WriteBesideOptions,
): Promise<void> {
  const folder = dirname(path);
  const beside = `${path}.${shortId()}.part`;
  const hash = createHash('sha256');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(beside, 'wx', 0o400);
    try {
      let bytes = 0;
      for await (const piece of pieces) {
        await handle.writeFile(piece);
        hash.update(piece);
        bytes += piece.length;
        onBytes?.(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    accept?.(`sha256:${hash.digest('hex')}`);
    await rename(beside, path);
  } catch (error) {
    throw explainFull(error, key, folder);
  } finally {
    await rm(beside, { force: true });
  }
}

function explainFull(cause: unknown, key: string, folder: string): unknown {
  const full = diskFullReason(cause);
  if (full === undefined) return cause;
  const hint = `Make room; copies in ${folder} may be deleted at any time.`;
  return new KnownError('vault.disk-full', `${full} while ${key} was fetched.`, { hint, cause });
}
