import { signerFromPem } from '../../archive/signing-key.ts';
import type { Signer } from '../../model/signer.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../workspace/signing-key-file.ts';
import { type OpenVault, openVault } from './open-vault.ts';

/** A workspace with what is needed to write into its vault. */
export interface VaultOffice {
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly signer: Signer;
}

/**
 * Opens workspace, ledger, key and vault for one piece of work, and closes them after it.
 * @throws KnownError those of opening them, and of `work`
 */
export async function withVault<T>(
  place: WorkspacePlace,
  work: (office: VaultOffice, vault: OpenVault) => Promise<T>,
): Promise<T> {
  const workspace = await requireWorkspace(place);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    const vault = await openVault(workspace);
    try {
      return await work({ workspace, ledger, signer }, vault);
    } finally {
      await vault.files.close();
    }
  } finally {
    await ledger.close();
  }
}
