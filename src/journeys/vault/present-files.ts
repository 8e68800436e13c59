import { pathExists } from '../../base/path-exists.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { openVault } from './open-vault.ts';

/**
 * The ids of those snapshots whose file is where the ledger says. A bucket is asked once for each channel.
 * @throws KnownError those of `VaultFiles`
 */
export async function presentFiles(workspace: Workspace, snapshots: readonly Snapshot[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  const remote = snapshots.filter(({ file }) => file.startsWith('s3://'));
  for (const { id, file } of snapshots) if (!file.startsWith('s3://') && (await pathExists(file))) present.add(id);
  if (remote.length === 0) return present;
  const vault = await openVault(workspace);
  try {
    for (const channel of new Set(remote.map((one) => one.channel))) {
      const names = new Set<string>();
      for await (const { key } of vault.files.list(`${channel}/`)) names.add(vault.files.nameOf(key));
      for (const { id, file } of remote) if (names.has(file)) present.add(id);
    }
  } finally {
    await vault.files.close();
  }
  return present;
}
