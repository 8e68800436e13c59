import { sha256Of } from '../../base/digest.ts';
import { gatherText } from '../../base/gather-text.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { readEntry, seqOfKey, seqOfToken, tokenKey, type WrittenEntry } from '../../model/vault-chain.ts';
import type { VaultFiles, VaultItem } from '../../model/vault-files.ts';
import { damagedInVault, nameTaken } from '../../vault/vault-key.ts';
import { bytesSource } from '../../vault/vault-source.ts';
import { checkStamp, readStamp } from './read-stamp.ts';

export interface Transferred {
  /** Files of all kinds in the vault that was read. */
  readonly files: number;
  readonly bytes: number;
  /** Put now; the others were there already. */
  readonly copied: number;
}

/**
 * Puts everything of one vault into another: the files, after them the entries of the chains in their order, so that a chain
 * never names what is not there, and the timestamps of those. Each file is held against its entry first. Safe to call again: it
 * goes on where it stopped.
 * @throws KnownError `vault.other-history` before anything is written, `vault.damaged`, and those of `VaultFiles`
 */
export async function transfer(from: VaultFiles, to: VaultFiles, context: JourneyContext): Promise<Transferred> {
  const items: VaultItem[] = [];
  for await (const item of from.list('', context.signal)) items.push(item);
  const { digests, stamped } = await readEntries(from, to, items);
  const inOrder = items.sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1));
  const bytesTotal = items.reduce((sum, { bytes }) => sum + bytes, 0);
  let [bytes, copied] = [0, 0];
  for (const item of inOrder) {
    const { key, bytes: size } = item;
    context.signal.throwIfAborted();
    const before = await to.stat(key);
    if (seqOfToken(key) === undefined) await transferFile(from, to, item, digests.get(key), context.signal);
    else await transferStamp(from, to, key, stamped.get(key));
    if (before === undefined) copied += 1;
    bytes += size;
    context.onProgress({ phase: 'copy', bytes, bytesTotal, current: key });
  }
  return { files: items.length, bytes: bytesTotal, copied };
}

function rank(key: string): number {
  if (key === 'vault.json') return 0;
  if (seqOfToken(key) !== undefined) return 3;
  return seqOfKey(key) === undefined ? 1 : 2;
}

async function transferFile(
  from: VaultFiles,
  to: VaultFiles,
  { key, bytes }: VaultItem,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const sha256 = await sha256Of(from.read(key, { signal }));
  if (wanted !== undefined && wanted !== sha256) {
    throw damagedInVault(from.nameOf(key), `its digest is ${sha256}, and its entry says ${wanted}.`);
  }
  await to.put(key, { bytes, sha256, open: () => from.read(key, { signal }) }, { signal });
}

/** Where the target has a sound one already, which was fetched there, it stays: one is as good as the other. */
async function transferStamp(from: VaultFiles, to: VaultFiles, key: string, entry: WrittenEntry | undefined) {
  const isSound = (der: Uint8Array) => entry !== undefined && 'facts' in checkStamp(der, entry, undefined);
  const der = await readStamp(from, key);
  if (!isSound(der)) {
    const what =
      'it is no timestamp of its entry. Take it out of there, and "lastpost vault timestamp" fetches another.';
    throw damagedInVault(from.nameOf(key), what);
  }
  if ((await to.stat(key)) === undefined) await to.put(key, bytesSource(der));
  else if (!isSound(await readStamp(to, key))) throw nameTaken(to.nameOf(key));
}

interface TransferredEntries {
  /** Of each file that is stored as it is, as the chain has it, by its key. */
  readonly digests: ReadonlyMap<string, string>;
  /** Each entry by the key of its timestamp. */
  readonly stamped: ReadonlyMap<string, WrittenEntry>;
}

/** A target with another chain is refused here. */
async function readEntries(from: VaultFiles, to: VaultFiles, items: readonly VaultItem[]): Promise<TransferredEntries> {
  const digests = new Map<string, string>();
  const stamped = new Map<string, WrittenEntry>();
  for (const { key } of items) {
    if (seqOfKey(key) === undefined) continue;
    const text = await gatherText(from.read(key));
    const written = readEntry(text);
    if (written === undefined) throw damagedInVault(from.nameOf(key), 'this entry of the chain cannot be read.');
    stamped.set(tokenKey(written.entry.channel, written.entry.seq), written);
    if (written.entry.kind !== 'pruned')
      digests.set(`${written.entry.channel}/${written.entry.name}`, written.entry.sha256);
    if ((await to.stat(key)) !== undefined && (await gatherText(to.read(key))) !== text) throw otherHistory(to, key);
  }
  for await (const { key } of to.list('')) {
    if (seqOfKey(key) !== undefined && !items.some((item) => item.key === key)) throw otherHistory(to, key);
  }
  return { digests, stamped };
}

function otherHistory(to: VaultFiles, key: string): KnownError {
  return new KnownError('vault.other-history', `${to.nameOf(key)} belongs to another history, or to a longer one.`, {
    hint: 'Nothing was copied. Choose an empty place, or one that is an earlier copy of the same vault.',
  });
}
