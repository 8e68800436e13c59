import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherText } from '../../base/gather-text.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { ExportReport } from '../../model/official-export.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type ChainFacts, entryKey, nextEntry, readEntry, seqOfKey, seqOfToken } from '../../model/vault-chain.ts';
import { AGE_SUFFIX } from '../../vault/age-files.ts';
import { damagedInVault } from '../../vault/vault-key.ts';
import { bytesSource, copiedSource, sealedSource } from '../../vault/vault-source.ts';
import { isInVault } from './in-vault.ts';
import { findKey } from './local-wacz.ts';
import { encryptFile } from './make-stored.ts';
import type { VaultOffice } from './office.ts';
import { noteVersion, type OpenVault } from './open-vault.ts';
import { logicalName } from './stored-name.ts';

/**
 * Gives everything of a channel that the ledger knows to be in the vault its entry in the chain, oldest first, and puts the
 * entries that the vault does not have yet. What was there before there was a chain is taken in. Safe to call again.
 * @throws KnownError `vault.newer`, `vault.other-history`, and those of `VaultFiles`
 */
export async function writeChain(
  office: VaultOffice,
  vault: OpenVault,
  channel: string,
  { clock, signal }: Pick<JourneyContext, 'clock' | 'signal'>,
): Promise<void> {
  const { ledger, signer } = office;
  await noteVersion(vault);
  // A ledger that was made anew goes on with the chain that is there.
  if ((await ledger.vault.entries(channel)).length === 0) await adoptChain(office, vault, channel);
  for (const facts of await factsOf(office, channel)) {
    if (facts.kind === 'export') await putOriginal(office, vault, facts);
    await ledger.vault.append(facts, (last) => nextEntry(facts, last, { signer, now: clock.now() }));
  }
  for (const { entry, text, isPut } of await ledger.vault.entries(channel)) {
    if (isPut) continue;
    signal.throwIfAborted();
    await vault.files.put(entryKey(channel, entry.seq), bytesSource(text));
    await ledger.vault.marked(channel, entry.seq, 'put');
  }
}

/** Originals of exports lie in the workspace, where media are read out of them; a vault elsewhere gets a copy. */
async function putOriginal({ ledger, workspace }: VaultOffice, vault: OpenVault, facts: ChainFacts): Promise<void> {
  const { channel, name, sha256, bytes } = facts;
  const entries = await ledger.vault.entries(channel);
  if (entries.some(({ entry }) => entry.name === name)) return;
  if ((await findKey(vault, channel, name)) !== undefined) return;
  const path = join(workspace.paths.vault, channel, name);
  if (vault.recipients.length === 0) {
    const source = await copiedSource(path);
    if (source.sha256 !== sha256 || source.bytes !== bytes) throw damagedInVault(path, 'it is not what was imported.');
    await vault.files.put(`${channel}/${name}`, source);
    return;
  }
  await mkdir(workspace.paths.outbox, { recursive: true, mode: 0o700 });
  const made = await encryptFile({ path, sha256 }, workspace.paths.outbox, vault);
  await vault.files.put(`${channel}/${name}${AGE_SUFFIX}`, sealedSource(made.path, made));
  await rm(made.path, { force: true });
}

async function adoptChain({ ledger }: VaultOffice, { files }: OpenVault, channel: string): Promise<void> {
  const tokens: number[] = [];
  for await (const { key } of files.list(`${channel}/chain/`)) {
    tokens.push(...[seqOfToken(key) ?? []].flat());
    if (seqOfKey(key) === undefined) continue;
    const written = readEntry(await gatherText(files.read(key)));
    if (written) await ledger.vault.adopt(written);
  }
  for (const seq of tokens) await ledger.vault.marked(channel, seq, 'timestamped');
}

async function factsOf({ ledger, workspace }: VaultOffice, channel: string): Promise<readonly ChainFacts[]> {
  const snapshots = await ledger.snapshots.list({ channel });
  const exports = await ledger.exports.list(channel);
  const facts = [
    ...snapshots.filter((one) => isInVault(one, workspace)).map((one) => snapshotFacts(one, channel)),
    ...exports.flatMap((one) => exportFacts(one, channel)),
  ];
  return facts.sort((a, b) => (a.started_at < b.started_at ? -1 : a.started_at > b.started_at ? 1 : 0));
}

export function snapshotFacts(snapshot: Snapshot, channel: string): ChainFacts {
  const { id, url, state, pages, gaps, bytes, sha256, file, startedAt, finishedAt } = snapshot;
  const name = logicalName(file);
  return {
    ...{ kind: 'snapshot', channel, name, sha256, bytes, id, url, state, pages, gaps },
    ...{ started_at: startedAt, finished_at: finishedAt },
  };
}

function exportFacts({ id, parts, importedAt }: ExportReport, channel: string): readonly ChainFacts[] {
  return parts.map(({ file, sha256, bytes }) => ({
    ...{ kind: 'export' as const, channel, name: logicalName(file), sha256, bytes, id },
    ...{ url: null, state: null, pages: null, gaps: null, started_at: importedAt, finished_at: importedAt },
  }));
}
