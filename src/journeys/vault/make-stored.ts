import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { flushDirectory } from '../../base/atomic-write.ts';
import { type Sha256, sha256File, sha256Of } from '../../base/digest.ts';
import { diskFullReason } from '../../base/disk-full-reason.ts';
import { shortId } from '../../base/ids.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Arrival, MadeFile, StoredForm } from '../../model/vault-store.ts';
import { AGE_SUFFIX, decryptWith, encryptTo } from '../../vault/age-files.ts';
import { baseOf, deltaSince } from './delta-form.ts';
import type { VaultOffice } from './office.ts';
import type { OpenVault } from './open-vault.ts';
import { DELTA_SUFFIXES } from './stored-name.ts';

/** A local file in the form in which it is stored, before it is encrypted. */
interface PlainFile {
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly form: StoredForm;
  /** What its name in the vault has after that of the WACZ. */
  readonly suffix: string;
}

/**
 * The local file that goes into the vault for a sealed snapshot. Safe to call again: what an earlier call left is not used.
 * @throws KnownError `vault.disk-full`, `vault.no-identity`, `vault.wrong-identity`, `vault.bad-recipient`
 */
export async function makeStored(arrival: Arrival, office: VaultOffice, vault: OpenVault): Promise<MadeFile> {
  const plain = await storedForm(arrival, office, vault);
  const key = `${arrival.snapshot.channel}/${arrival.name}${plain.suffix}`;
  const { path, sha256, bytes, form } = plain;
  if (vault.recipients.length === 0) return { path, key, sha256, bytes, form };
  return { ...(await encryptFile(plain, dirname(path), vault)), key: `${key}${AGE_SUFFIX}`, form };
}

/** Whole, or as what changed since the snapshot before it. */
async function storedForm({ snapshot }: Arrival, office: VaultOffice, vault: OpenVault): Promise<PlainFile> {
  const delta = await deltaSince(await baseOf(snapshot, office), snapshot, office, vault);
  if (delta !== undefined) return { ...delta, form: 'delta', suffix: DELTA_SUFFIXES[0] };
  return { path: snapshot.file, sha256: snapshot.sha256, bytes: snapshot.bytes, form: 'whole', suffix: '' };
}

/**
 * Encrypts a file into `folder`, and opens what was written before anybody relies on it.
 * @throws KnownError as `makeStored`
 */
export async function encryptFile(
  plain: Pick<PlainFile, 'path' | 'sha256'>,
  folder: string,
  vault: OpenVault,
): Promise<{ readonly path: string; readonly sha256: Sha256; readonly bytes: number }> {
  // Asked for before anything is written: what nobody can open is no copy.
  const identity = await vault.identity();
  const path = join(folder, `${basename(plain.path)}.${shortId()}${AGE_SUFFIX}`);
  const hash = createHash('sha256');
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of encryptTo(vault.recipients, createReadStream(plain.path, { highWaterMark: 1 << 20 }))) {
        await handle.writeFile(chunk);
        hash.update(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await flushDirectory(dirname(path));
    const sha256: Sha256 = `sha256:${hash.digest('hex')}`;
    const written = await sha256File(path);
    const opened = await sha256Of(decryptWith(identity, createReadStream(path, { highWaterMark: 1 << 20 })));
    if (written.sha256 === sha256 && opened === plain.sha256) return { path, sha256, bytes: written.lengthBytes };
    throw new KnownError('vault.damaged', `${path} was encrypted and does not open to what it was.`, {
      hint: 'Check the disk, and give the same command again.',
    });
  } catch (error) {
    await rm(path, { force: true });
    throw explainFull(error);
  }
}

function explainFull(cause: unknown): unknown {
  const full = diskFullReason(cause);
  if (full === undefined) return cause;
  const hint = 'Make room and give the same command again: the sealed snapshot is kept.';
  return new KnownError('vault.disk-full', `${full} while the snapshot was encrypted.`, { hint, cause });
}
