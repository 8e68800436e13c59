import { type ChainEntry, entryKey, tokenKey } from '../../model/vault-chain.ts';
import type { VaultFiles, VaultItem } from '../../model/vault-files.ts';
import type { KeptEntry } from '../../model/vault-store.ts';
import type { VaultOffice } from './office.ts';
import type { OpenVault } from './open-vault.ts';
import { keysOf } from './stored-name.ts';

/**
 * What a vault has, by key. The listing of a server that is consistent only in time lags behind what was put: what the ledger
 * has put there and the listing does not name is asked for by its name, so that nothing is called missing that is there.
 */
export async function listVault(
  { ledger }: VaultOffice,
  { files }: OpenVault,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, VaultItem>> {
  const items = new Map<string, VaultItem>();
  for await (const item of files.list('', signal)) items.set(item.key, item);
  for (const channel of await ledger.vault.channels()) {
    for (const keys of expected(await ledger.vault.entries(channel))) {
      if (keys.some((key) => items.has(key))) continue;
      signal.throwIfAborted();
      const found = await firstThere(files, keys);
      if (found !== undefined) items.set(found.key, found);
    }
  }
  return items;
}

/** Of each thing that was put and not pruned: the keys of which one has it. */
function* expected(kept: readonly KeptEntry[]): Generator<readonly string[]> {
  const put = kept.filter(({ isPut }) => isPut);
  const pruned = new Set(put.flatMap(({ entry }) => (isPruning(entry) ? [entry.name] : [])));
  for (const { entry, isTimestamped } of put) {
    yield [entryKey(entry.channel, entry.seq)];
    if (isTimestamped) yield [tokenKey(entry.channel, entry.seq)];
    if (!isPruning(entry) && !pruned.has(entry.name)) yield keysOf(entry.channel, entry.name);
  }
}

function isPruning({ kind }: ChainEntry): boolean {
  return kind === 'pruned';
}

async function firstThere(files: VaultFiles, keys: readonly string[]): Promise<VaultItem | undefined> {
  for (const key of keys) {
    const stat = await files.stat(key);
    if (stat !== undefined) return { key, ...stat };
  }
  return undefined;
}
