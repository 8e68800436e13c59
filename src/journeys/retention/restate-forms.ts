import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDelta } from '../../archive/delta/delta-file.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { sealedSource } from '../../vault/vault-source.ts';
import { deltaSince } from '../vault/delta-form.ts';
import { isInVault } from '../vault/in-vault.ts';
import { findKey, localWacz } from '../vault/local-wacz.ts';
import { encryptFile } from '../vault/make-stored.ts';
import type { VaultOffice } from '../vault/office.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { plainStored } from '../vault/plain-stored.ts';
import { DELTA_SUFFIXES, isDelta, keysOf, logicalName, openName } from '../vault/stored-name.ts';

/**
 * Stores anew what takes bytes from files that are to go: each against the nearest earlier one that stays, else whole. The old
 * files are still there afterwards, so that whoever is stopped has lost nothing. Safe to call again.
 * @param gone ids of the snapshots whose files are to go
 * @throws KnownError `vault.…`, and what reading a snapshot throws
 */
export async function restateForms(
  channel: string,
  gone: ReadonlySet<string>,
  office: VaultOffice,
  vault: OpenVault,
  context: JourneyContext,
): Promise<void> {
  const all = (await office.ledger.snapshots.list({ channel })).filter((one) => isInVault(one, office.workspace));
  const going = new Set(all.filter(({ id }) => gone.has(id)).map(({ file }) => openName(file)));
  let base: Snapshot | undefined;
  const staying = all.filter(({ id }) => !gone.has(id)).reverse();
  for (const [index, snapshot] of staying.entries()) {
    context.signal.throwIfAborted();
    context.onProgress({ phase: 'store', stepsDone: index, stepsKnown: staying.length, current: snapshot.id });
    let kept = snapshot;
    if (await takesFrom(snapshot, going, vault)) {
      kept = await storeAnew(snapshot, base, office, vault, context);
      going.add(openName(snapshot.file));
    }
    base = kept;
  }
}

/** Takes away the files of an older form that a snapshot does not need any more. Safe to call again. */
export async function removeOldForms(channel: string, office: VaultOffice, { files }: OpenVault): Promise<void> {
  for (const snapshot of await office.ledger.snapshots.list({ channel })) {
    if (!isInVault(snapshot, office.workspace)) continue;
    const own = `${channel}/${basename(snapshot.file)}`;
    if ((await files.stat(own)) === undefined) continue;
    for (const key of keysOf(channel, logicalName(snapshot.file))) if (key !== own) await files.remove(key);
  }
}

async function takesFrom(snapshot: Snapshot, going: ReadonlySet<string>, vault: OpenVault): Promise<boolean> {
  if (!isDelta(snapshot.file) || snapshot.channel === null) return false;
  const key = await findKey(vault, snapshot.channel, logicalName(snapshot.file), basename(snapshot.file));
  if (key === undefined || !isDelta(key)) return false;
  const { head } = await readDelta(await plainStored(vault, key));
  return head.sources.some(({ name }) => going.has(name));
}

async function storeAnew(
  snapshot: Snapshot,
  base: Snapshot | undefined,
  office: VaultOffice,
  vault: OpenVault,
  { signal }: JourneyContext,
): Promise<Snapshot> {
  const channel = snapshot.channel ?? '';
  const name = logicalName(snapshot.file);
  const file = await localWacz(office.workspace, snapshot, { signal });
  const delta = await deltaSince(base, { ...snapshot, file }, office, vault);
  const used = openName(snapshot.file);
  const suffix = DELTA_SUFFIXES.find((one) => `${name}${one}` !== used) ?? DELTA_SUFFIXES[0];
  const plain = delta ?? { path: file, sha256: snapshot.sha256, bytes: snapshot.bytes };
  const key = `${channel}/${name}${delta === undefined ? '' : suffix}`;
  const isEncrypted = vault.recipients.length > 0;
  const made = isEncrypted ? await encryptFile(plain, vault.cache, vault) : plain;
  const target = isEncrypted ? `${key}.age` : key;
  try {
    await vault.files.put(target, sealedSource(made.path, made), { signal });
  } finally {
    if (made.path !== file) await rm(made.path, { force: true });
    if (delta !== undefined) await rm(delta.path, { force: true });
  }
  const restated = {
    file: vault.files.nameOf(target),
    storedBytes: made.bytes,
    form: delta === undefined ? undefined : ('delta' as const),
  };
  return office.ledger.snapshots.restate(snapshot.id, restated);
}
