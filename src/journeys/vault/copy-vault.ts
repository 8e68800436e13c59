import type { JourneyContext } from '../../model/journey-context.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { withVault } from './office.ts';
import { type NamedPlace, openPlace } from './open-place.ts';
import { checkVersion } from './open-vault.ts';
import { stampNew } from './stamp-new.ts';
import { type Transferred, transfer } from './transfer.ts';
import { writeChain } from './write-chain.ts';

export interface CopiedVault extends Transferred {
  readonly from: string;
  readonly to: string;
}

/**
 * Copies the vault of a workspace to another place, every byte held against the chain. What is in the vault without an entry
 * gets one first, so that the copy proves itself. Safe to call again: it goes on, and adds what is new.
 * @throws KnownError those of `transfer`, `openPlace` and of opening the vault
 */
export async function copyVault(
  target: NamedPlace,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<CopiedVault> {
  return withVault(place, async (office, vault) => {
    const { ledger } = office;
    const listed = [...(await ledger.snapshots.list()), ...(await ledger.exports.list())];
    const channels = new Set(listed.flatMap(({ channel }) => channel ?? []));
    for (const channel of [...channels].sort()) {
      await writeChain(office, vault, channel, context);
      await stampNew(office, vault, channel, context);
    }
    const to = await openPlace(target, place.cwd);
    try {
      await checkVersion({ ...vault, files: to });
      return { from: vault.files.place, to: to.place, ...(await transfer(vault.files, to, context)) };
    } finally {
      await to.close();
    }
  });
}
