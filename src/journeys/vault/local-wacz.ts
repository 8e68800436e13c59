import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deltaBytes, missingSource } from '../../archive/delta/decode-delta.ts';
import { KnownError } from '../../base/known-error.ts';
import { pathExists } from '../../base/path-exists.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { AGE_SUFFIX, decryptWith } from '../../vault/age-files.ts';
import { damagedInVault } from '../../vault/vault-key.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { type OpenVault, openVault } from './open-vault.ts';
import { findStored, plainStored } from './plain-stored.ts';
import { isDelta, keysOf, logicalName } from './stored-name.ts';
import { writeBeside } from './write-beside.ts';

/** Above this the copies that were used least recently go. */
const CACHE_BYTES = 20 * 2 ** 30;
/** Another process may still be about to open one. */
const IN_USE_MS = 60 * 60_000;

export interface LocalOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** True where a snapshot's file is itself the WACZ, which anybody can open. */
export function isPlainFile({ file }: Pick<Snapshot, 'file'>): boolean {
  return !file.startsWith('s3://') && !file.endsWith(AGE_SUFFIX) && !isDelta(file);
}

/**
 * The path of a readable WACZ of a snapshot in the ledger: where it lies, or a copy that is fetched, opened and checked against
 * the ledger's digest while it is written. Copies are kept in `.lastpost/cache` for the next reader.
 * @throws KnownError `snapshot.file-missing`, `vault.damaged`, `vault.disk-full`, `vault.wrong-identity`, `vault.no-identity`,
 * and those of `VaultFiles`
 */
export async function localWacz(workspace: Workspace, snapshot: Snapshot, options: LocalOptions = {}): Promise<string> {
  if (isPlainFile(snapshot) && (await pathExists(snapshot.file))) return snapshot.file;
  if (snapshot.channel === null) throw fileMissing(snapshot);
  const cached = join(workspace.paths.cache, `${snapshot.sha256.slice('sha256:'.length)}.wacz`);
  if (await isCached(cached, snapshot)) return cached;
  const vault = await openVault(workspace);
  try {
    const key = await findKey(vault, snapshot.channel, logicalName(snapshot.file), basename(snapshot.file));
    if (key === undefined) throw fileMissing(snapshot);
    const path = vault.files.pathOf(key);
    if (path !== undefined && isPlainFile({ file: path })) return path;
    await fetchInto(cached, vault, key, snapshot, options);
  } finally {
    await vault.files.close();
  }
  await makeRoom(workspace.paths.cache, cached);
  return cached;
}

/**
 * The key under which a vault has what the chain calls `name`; undefined when it has it in no form.
 * @param known how its file is called as far as the ledger knows; it may be stored in two forms for a while
 */
export async function findKey(
  { files }: OpenVault,
  channel: string,
  name: string,
  known = name,
): Promise<string | undefined> {
  for (const key of [`${channel}/${known}`, ...keysOf(channel, name)]) if (await files.stat(key)) return key;
  return undefined;
}

/**
 * The bytes of a WACZ or export out of the vault, whichever form they are stored in.
 * @param onSource hears the key of each other file that they are taken from
 */
export async function* openStored(
  vault: OpenVault,
  key: string,
  signal?: AbortSignal,
  onSource?: (key: string) => void,
): AsyncGenerator<Uint8Array> {
  if (isDelta(key)) {
    const channel = key.slice(0, key.indexOf('/'));
    const sourcePath = async (name: string): Promise<string> => {
      const source = await findStored(vault, channel, name);
      if (source === undefined) throw missingSource(vault.files.nameOf(key), name);
      onSource?.(source);
      return plainStored(vault, source, signal);
    };
    yield* deltaBytes({ delta: await plainStored(vault, key, signal), sourcePath, signal });
    return;
  }
  const stored = vault.files.read(key, signal === undefined ? {} : { signal });
  yield* key.endsWith(AGE_SUFFIX) ? decryptWith(await vault.identity(), stored) : stored;
}

async function isCached(path: string, { bytes }: Snapshot): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== bytes) return false;
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
  return true;
}

async function fetchInto(
  path: string,
  vault: OpenVault,
  key: string,
  { bytes: bytesTotal, sha256 }: Snapshot,
  { signal, onProgress }: LocalOptions,
): Promise<void> {
  await writeBeside(path, openStored(vault, key, signal), {
    key,
    onBytes: (bytes) => onProgress?.({ phase: 'fetch', bytes, bytesTotal, current: key }),
    accept: (digest) => {
      if (digest === sha256) return;
      throw damagedInVault(vault.files.nameOf(key), `its digest is ${digest}, not ${sha256}.`);
    },
  });
}

async function makeRoom(cache: string, keep: string): Promise<void> {
  const files = [];
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const found = await stat(path).catch(() => undefined);
    if (found) files.push({ path, bytes: found.size, usedMs: found.mtimeMs });
  }
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const now = Date.now();
  for (const { path, bytes, usedMs } of files.sort((a, b) => a.usedMs - b.usedMs)) {
    if (total <= CACHE_BYTES) return;
    if (path === keep || now - usedMs < IN_USE_MS) continue;
    await rm(path, { force: true });
    total -= bytes;
  }
}

function fileMissing({ id, file }: Snapshot): KnownError {
  return new KnownError('snapshot.file-missing', `The file of snapshot ${id} is gone: ${file}`, {
    hint: 'Put it back from your backup; the ledger still knows its SHA-256.',
  });
}
