import { readdir, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { KnownError } from '../../base/known-error.ts';
import { pathExists } from '../../base/path-exists.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Arrival, MadeFile } from '../../model/vault-store.ts';
import { sealedSource } from '../../vault/vault-source.ts';
import { findWorkFolders, removeWorkFolder } from '../../workspace/work-folder.ts';
import { type EnteredPosts, enterSnapshot } from '../enter-snapshot.ts';
import { makeStored } from './make-stored.ts';
import type { VaultOffice } from './office.ts';
import { noteVersion, type OpenVault } from './open-vault.ts';
import { stampNew } from './stamp-new.ts';
import { writeChain } from './write-chain.ts';

/** Told after each stage, so that a test can end the process between any two. */
export type OnStage = (
  stage: 'made' | 'put' | 'stored' | 'listed' | 'read' | 'chained' | 'entered' | 'cleared',
) => void;

/** A snapshot as the ledger has it. */
export interface BroughtIn {
  readonly snapshot: Snapshot;
  /** What its posts brought; null when an earlier process had entered them. */
  readonly entered: EnteredPosts | null;
}

/**
 * Brings one sealed snapshot into the vault: makes the file that is stored, puts it, enters it in the ledger with its posts
 * and in the chain, and only then takes the local one away. Safe to call again after whatever ended it, and from two processes
 * at once: nothing is lost, and nothing is there twice.
 * @throws KnownError `vault.…`, with the local file kept
 */
export async function bringIn(
  office: VaultOffice,
  vault: OpenVault,
  arrival: Arrival,
  context: JourneyContext,
  onStage: OnStage = () => undefined,
): Promise<BroughtIn> {
  try {
    return await throughStages(office, vault, arrival, context, onStage);
  } catch (error) {
    // Another process may have been faster, and have cleared away what this one was reading.
    const done = await office.ledger.snapshots.find(arrival.snapshot.id);
    if (done !== undefined && !(await isOnItsWay(office, arrival))) return { snapshot: done, entered: null };
    throw keptLocally(error, arrival);
  }
}

async function throughStages(
  office: VaultOffice,
  vault: OpenVault,
  arrival: Arrival,
  context: JourneyContext,
  onStage: OnStage,
): Promise<BroughtIn> {
  const { ledger } = office;
  const { id, channel, file } = arrival.snapshot;
  let entered: EnteredPosts | null = null;
  if (arrival.state !== 'entered') {
    const made = await madeFile(office, vault, arrival);
    onStage('made');
    if (arrival.state !== 'stored') await putFile(vault, made, context);
    onStage('put');
    await ledger.vault.advance(id, 'stored');
    onStage('stored');
    const kept = keptSnapshot(arrival, made, vault);
    entered = await enterSnapshot(office, kept, arrival.completeness, file, () => onStage('listed'));
    onStage('read');
    await writeChain(office, vault, channel, context);
    onStage('chained');
    await stampNew(office, vault, channel, context);
    await ledger.vault.advance(id, 'entered');
    onStage('entered');
  }
  await clearAway(office, arrival);
  onStage('cleared');
  await ledger.vault.finish(id);
  const kept = await ledger.snapshots.find(id);
  if (kept === undefined) throw new TypeError(`The snapshot ${id} was entered and is not in the ledger.`);
  return { snapshot: kept, entered };
}

async function madeFile(office: VaultOffice, vault: OpenVault, arrival: Arrival): Promise<MadeFile> {
  if (arrival.made !== null && (arrival.state === 'stored' || (await pathExists(arrival.made.path))))
    return arrival.made;
  if (!(await pathExists(arrival.snapshot.file))) throw sealedFileGone(arrival);
  await noteVersion(vault).catch((error: unknown) => {
    // A vault that does not answer now is asked again when the file is put; one of a newer version gets none.
    if (!(error instanceof KnownError) || error.code === 'vault.newer') throw error;
  });
  return office.ledger.vault.made(arrival.snapshot.id, await makeStored(arrival, office, vault));
}

async function putFile({ files }: OpenVault, made: MadeFile, context: JourneyContext): Promise<void> {
  const { signal, onProgress } = context;
  await files.put(made.key, sealedSource(made.path, made), {
    signal,
    onBytes: (bytes) => onProgress({ phase: 'store', bytes, bytesTotal: made.bytes, current: files.place }),
  });
}

function keptSnapshot({ snapshot }: Arrival, made: MadeFile, { files }: OpenVault): Snapshot {
  return {
    ...snapshot,
    file: files.nameOf(made.key),
    ...(made.bytes === snapshot.bytes ? {} : { storedBytes: made.bytes }),
    ...(made.form === 'delta' ? { form: made.form } : {}),
  };
}

/** The work folder goes before the sealed file: with one and without the other, the same command would crawl anew. */
async function clearAway({ workspace }: VaultOffice, { snapshot: { id, file } }: Arrival): Promise<void> {
  const works = await findWorkFolders(workspace.paths.internal);
  for (const work of works) if (work.record.id === id) await removeWorkFolder(work);
  const own = basename(file);
  const names = await readdir(dirname(file)).catch(() => []);
  for (const name of names) if (name.startsWith(own)) await rm(`${dirname(file)}/${name}`, { force: true });
}

async function isOnItsWay({ ledger }: VaultOffice, { snapshot: { id, channel } }: Arrival): Promise<boolean> {
  return (await ledger.vault.arrivals(channel)).some((one) => one.snapshot.id === id);
}

function sealedFileGone({ snapshot }: Arrival): KnownError {
  return new KnownError(
    'vault.sealed-missing',
    `The sealed file of snapshot ${snapshot.id} is gone: ${snapshot.file}`,
    {
      hint: 'Put it back from your backup, and take a snapshot of the channel again.',
    },
  );
}

function keptLocally(error: unknown, { snapshot }: Arrival): unknown {
  if (!(error instanceof KnownError) || !error.code.startsWith('vault.') || error.code === 'vault.sealed-missing')
    return error;
  const kept = `The snapshot is sealed and kept in ${snapshot.file}: the same command, or the next snapshot of ${snapshot.channel}, brings it in.`;
  const hint = error.hint === undefined ? kept : `${error.hint} ${kept}`;
  return new KnownError(error.code, error.message, {
    hint,
    cause: error,
    ...(error.exitCode ? { exitCode: error.exitCode } : {}),
  });
}
