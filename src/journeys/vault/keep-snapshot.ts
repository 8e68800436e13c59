import { KnownError } from '../../base/known-error.ts';
import type { CompletenessReport } from '../../model/completeness.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { snapshotStamp } from '../../vault/folder-vault.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import type { VaultOffice } from './office.ts';
import { type OpenVault, openVault } from './open-vault.ts';
import { keysOf } from './stored-name.ts';

/**
 * Brings a snapshot that was just sealed into the workspace's vault, and before it those of its channel that had to wait. Safe
 * to call again.
 * @throws KnownError those of `bringIn` and of opening the vault
 */
export async function keepSnapshot(
  office: VaultOffice,
  snapshot: Snapshot & { readonly channel: string },
  completeness: CompletenessReport,
  context: JourneyContext,
): Promise<BroughtIn> {
  const vault = await openVault(office.workspace);
  try {
    const taken = await namesTaken(vault, snapshot);
    const own = await office.ledger.vault.begin({ snapshot, completeness }, freeNames(snapshot, taken));
    for (const arrival of await office.ledger.vault.arrivals(snapshot.channel)) {
      if (arrival.snapshot.id === snapshot.id) continue;
      // What keeps an older one out is told, and does not keep this one out.
      await bringIn(office, vault, arrival, context).catch((error: unknown) => {
        if (!(error instanceof KnownError)) throw error;
        context.note?.(
          `The snapshot ${arrival.snapshot.id} still waits to be brought into the vault: ${error.message}`,
        );
      });
    }
    return await bringIn(office, vault, own, context);
  } finally {
    await vault.files.close();
  }
}

/** Two snapshots of one second get `-2`, `-3`. */
function* freeNames({ channel, startedAt }: Snapshot, taken: ReadonlySet<string>): Generator<string> {
  const stamp = snapshotStamp(new Date(startedAt));
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? `${stamp}.wacz` : `${stamp}-${attempt}.wacz`;
    if (!keysOf(channel ?? '', name).some((key) => taken.has(key))) yield name;
  }
}

/** A vault that does not answer is asked later: it never lets a file be replaced anyhow. */
async function namesTaken({ files }: OpenVault, { channel, startedAt }: Snapshot): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  try {
    for await (const { key } of files.list(`${channel}/${snapshotStamp(new Date(startedAt))}`)) taken.add(key);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
  }
  return taken;
}
