import { sha256Of } from '../../base/digest.ts';
import { gatherText } from '../../base/gather-text.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { readEntry, seqOfKey } from '../../model/vault-chain.ts';
import type { VaultFiles, VaultItem } from '../../model/vault-files.ts';
import { damagedInVault } from '../../vault/vault-key.ts';

export interface Transferred {
  /** Files of all kinds in the vault that was read. */
  readonly files: number;
  readonly bytes: number;
  /** Put now; the others were there already. */
  readonly copied: number;
}

/**
 * Puts everything of one vault into another: the files, and after them the entries of the chains in their order, so that a chain
 * never names what is not there. Each file is held against its entry first. Safe to call again: it goes on where it stopped.
 * @throws KnownError `vault.other-history` before anything is written, `vault.damaged`, and those of `VaultFiles`
 */
export async function transfer(from: VaultFiles, to: VaultFiles, context: JourneyContext): Promise<Transferred> {
  const items: VaultItem[] = [];
  for await (const item of from.list('', context.signal)) items.push(item);
  const digests = await readDigests(from, to, items);
  const inOrder = items.sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1));
  const bytesTotal = items.reduce((sum, { bytes }) => sum + bytes, 0);
  let [bytes, copied] = [0, 0];
  for (const { key, bytes: size } of inOrder) {
    context.signal.throwIfAborted();
    const before = await to.stat(key);
    const sha256 = await sha256Of(from.read(key, { signal: context.signal }));
    const wanted = digests.get(key);
    if (wanted !== undefined && wanted !== sha256) {
      throw damagedInVault(from.nameOf(key), `its digest is ${sha256}, and its entry says ${wanted}.`);
    }
    const source = { bytes: size, sha256, open: () => from.read(key, { signal: context.signal }) };
    await to.put(key, source, { signal: context.signal });
    if (before === undefined) copied += 1;
    bytes += size;
    context.onProgress({ phase: 'copy', bytes, bytesTotal, current: key });
  }
  return { files: items.length, bytes: bytesTotal, copied };
}

function rank(key: string): number {
  if (key === 'vault.json') return 0;
  return seqOfKey(key) === undefined ? 1 : 2;
}

/** The digest of each file that is stored as it is, as the chain has it. A target with another chain is refused here. */
async function readDigests(
  from: VaultFiles,
  to: VaultFiles,
  items: readonly VaultItem[],
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const { key } of items) {
    if (seqOfKey(key) === undefined) continue;
    const text = await gatherText(from.read(key));
    const written = readEntry(text);
    if (written === undefined) throw damagedInVault(from.nameOf(key), 'this entry of the chain cannot be read.');
    if (written.entry.kind !== 'pruned')
      digests.set(`${written.entry.channel}/${written.entry.name}`, written.entry.sha256);
    if ((await to.stat(key)) !== undefined && (await gatherText(to.read(key))) !== text) throw otherHistory(to, key);
  }
  for await (const { key } of to.list('')) {
    if (seqOfKey(key) !== undefined && !items.some((item) => item.key === key)) throw otherHistory(to, key);
  }
  return digests;
}

function otherHistory(to: VaultFiles, key: string): KnownError {
  return new KnownError('vault.other-history', `${to.nameOf(key)} belongs to another history, or to a longer one.`, {
    hint: 'Nothing was copied. Choose an empty place, or one that is an earlier copy of the same vault.',
  });
}
