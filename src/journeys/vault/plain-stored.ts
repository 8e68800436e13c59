import { join } from 'node:path';
import { sha256 } from '../../base/digest.ts';
import { pathExists } from '../../base/path-exists.ts';
import { AGE_SUFFIX, decryptWith } from '../../vault/age-files.ts';
import { damagedInVault } from '../../vault/vault-key.ts';
import type { OpenVault } from './open-vault.ts';
import { storedKeys } from './stored-name.ts';
import { writeBeside } from './write-beside.ts';

/**
 * The path of a stored file as it was before it was encrypted: where it lies, or a copy in `.lastpost/cache`. Parts of it are
 * read again and again while other files are made whole, so it is fetched once.
 * @throws KnownError `vault.damaged` when it is not there, `vault.no-identity`, `vault.wrong-identity`, `vault.disk-full`,
 * and those of `VaultFiles`
 */
export async function plainStored(vault: OpenVault, key: string, signal?: AbortSignal): Promise<string> {
  const { files, cache } = vault;
  const isEncrypted = key.endsWith(AGE_SUFFIX);
  const path = isEncrypted ? undefined : files.pathOf(key);
  if (path !== undefined) return path;
  const found = await files.stat(key);
  if (found === undefined) throw damagedInVault(files.nameOf(key), 'it is not there any more.');
  // Under another tag it is another file.
  const cached = join(cache, `stored-${sha256(`${files.place} ${key} ${found.tag}`).slice('sha256:'.length, 47)}`);
  if (await pathExists(cached)) return cached;
  const stored = files.read(key, signal === undefined ? {} : { signal });
  await writeBeside(cached, isEncrypted ? decryptWith(await vault.identity(), stored) : stored, { key });
  return cached;
}

/** The key of a file by the name that it has before it is encrypted; undefined when the vault has none. */
export async function findStored(vault: OpenVault, channel: string, name: string): Promise<string | undefined> {
  for (const key of storedKeys(channel, name)) if (await vault.files.stat(key)) return key;
  return undefined;
}
