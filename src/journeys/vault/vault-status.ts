import type { BucketTraits, ChainHead } from '../../model/vault-report.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { bucketTraits } from './bucket-traits.ts';
import { listVault } from './list-vault.ts';
import { withVault } from './office.ts';
import { checkVersion } from './open-vault.ts';
import { readChain } from './read-chain.ts';

export interface VaultStatus {
  readonly place: string;
  readonly isEncrypted: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly heads: readonly ChainHead[];
  /** null for a folder. */
  readonly bucket: BucketTraits | null;
  /** Sealed and not in the vault yet, oldest first. */
  readonly waiting: readonly {
    readonly id: string;
    readonly channel: string;
    readonly file: string;
    readonly bytes: number;
  }[];
}

/**
 * Where the vault is, how much it holds, where each chain ends, and what still waits to be brought in. Reads no snapshot.
 * @throws KnownError `vault.newer`, and those of opening workspace and vault and of `VaultFiles`
 */
export async function vaultStatus(place: WorkspacePlace, signal: AbortSignal): Promise<VaultStatus> {
  return withVault(place, async (office, vault) => {
    const { ledger, workspace } = office;
    await checkVersion(vault);
    const items = await listVault(office, vault, signal);
    const channels = [
      ...new Set([...items.keys()].filter((key) => key.includes('/')).map((key) => key.slice(0, key.indexOf('/')))),
    ];
    const heads: ChainHead[] = [];
    for (const channel of channels.sort()) {
      const own = new Map([...items].filter(([key]) => key.startsWith(`${channel}/`)));
      const { head } = await readChain(vault, channel, own);
      if (head) heads.push(head);
    }
    const arrivals = await ledger.vault.arrivals();
    const stored = [...items.values()].filter(({ key }) => key.includes('/') && !key.includes('/chain/'));
    return {
      place: vault.files.place,
      isEncrypted: vault.recipients.length > 0,
      files: stored.length,
      bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0),
      heads,
      bucket: await bucketTraits(workspace, vault),
      waiting: arrivals.map(({ snapshot: { id, channel, file, bytes } }) => ({ id, channel, file, bytes })),
    };
  });
}
