import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import type { Sha256 } from '../base/digest.ts';
import { diskFullReason } from '../base/disk-full-reason.ts';
import { takeFreeName } from '../base/free-name.ts';
import { shortId } from '../base/ids.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { KeptPart } from '../model/official-export.ts';
import type { KeepOptions, OriginalPart } from '../model/vault.ts';

interface WrittenPart {
  readonly part: OriginalPart;
  readonly beside: string;
  readonly bytes: number;
  readonly sha256: Sha256;
}

/**
 * Writes originals into `folder`, which is there, under names that begin with `stamp`. See `Vault.keep`.
 * @throws KnownError `vault.disk-full`, `vault.cannot-write`; what reading a part throws
 */
export async function keepOriginals(
  folder: string,
  stamp: string,
  parts: readonly OriginalPart[],
  options: KeepOptions = {},
): Promise<readonly KeptPart[]> {
  const besides: string[] = [];
  try {
    const written: WrittenPart[] = [];
    for (const part of parts) {
      const beside = join(folder, `${stamp}-export.${shortId()}.part`);
      besides.push(beside);
      const before = written.reduce((sum, { bytes }) => sum + bytes, 0);
      written.push({ part, beside, ...(await writePart(beside, part, before, options)) });
    }
    options.signal?.throwIfAborted();
    return await nameAll(folder, stamp, written);
  } finally {
    for (const beside of besides) await rm(beside, { force: true });
  }
}

async function writePart(
  beside: string,
  { bytes: source }: OriginalPart,
  before: number,
  { signal, onBytes }: KeepOptions,
): Promise<Pick<WrittenPart, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const handle = await open(beside, 'wx').catch((error: unknown) => {
    throw explainWriting(beside, 0, error);
  });
  let bytes = 0;
  // Only what the vault's own disk says is the vault's trouble; an unreadable source speaks for itself.
  const own = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw explainWriting(beside, before + bytes, error);
    });
  try {
    for await (const chunk of source) {
      signal?.throwIfAborted();
      await own(handle.writeFile(chunk));
      hash.update(chunk);
      bytes += chunk.length;
      onBytes?.(before + bytes);
    }
    await own(handle.sync());
  } finally {
    await handle.close();
  }
  return { bytes, sha256: `sha256:${hash.digest('hex')}` };
}

function explainWriting(file: string, bytes: number, cause: unknown): unknown {
  const full = diskFullReason(cause);
  if (full !== undefined) {
    const hint =
      'Make room, or move the vault to a larger disk, and give the same command again. Nothing was kept so far.';
    return new KnownError('vault.disk-full', `${full} after ${bytes} bytes of the export were kept.`, { hint, cause });
  }
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  const hint = 'Check that the vault folder is there, belongs to you and has room.';
  return new KnownError('vault.cannot-write', `${file} cannot be written (${code}).`, { hint, cause });
}

/** Tries one set of names after the other until all of a set are free. */
async function nameAll(folder: string, stamp: string, written: readonly WrittenPart[]): Promise<readonly KeptPart[]> {
  for (let attempt = 1; ; attempt += 1) {
    const base = attempt === 1 ? `${stamp}-export` : `${stamp}-${attempt}-export`;
    const kept = written.map(({ part, bytes, sha256 }, index) => {
      const number = written.length === 1 ? '' : `-${index + 1}`;
      const file = join(folder, `${base}${number}.${safeExtension(part.extension)}`);
      return { name: part.name, file, bytes, sha256 };
    });
    if (await takeNames(folder, written, kept)) return kept;
  }
}

/** False when one of the names is taken; then none was. */
async function takeNames(folder: string, written: readonly WrittenPart[], kept: readonly KeptPart[]): Promise<boolean> {
  const named: { readonly beside: string; readonly file: string }[] = [];
  try {
    for (const [index, { beside }] of written.entries()) {
      const file = kept[index]?.file ?? beside;
      await takeFreeName(beside, file);
      named.push({ beside, file });
    }
    await flushDirectory(folder);
    return true;
  } catch (error) {
    for (const { beside, file } of named) await takeFreeName(file, beside);
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw explainWriting(folder, 0, error);
  }
}

/** What comes from a person's file name leads nowhere. */
function safeExtension(extension: string): string {
  const plain = extension.toLowerCase().replace(/^\./, '');
  return /^[a-z0-9]{1,10}(\.[a-z0-9]{1,10})?$/.test(plain) ? plain : 'bin';
}
