import type { CheckSignature } from '../../runs/certificate/said.ts';
import { openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { verifyApproval } from '../../workspace/person-signature.ts';
import type { CertificateSources } from './certificate-sources.ts';

/**
 * Lets `work` certify runs out of a workspace's own ledger, which is closed afterwards.
 * @throws KnownError `workspace.not-found`, `ledger.missing`, those of opening either, and those of `work`
 */
export async function withCertificateSources<Answer>(
  place: WorkspacePlace,
  work: (sources: CertificateSources) => Promise<Answer>,
): Promise<Answer> {
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    return await work({
      runs: ledger.runs,
      people: workspace.config.people,
      acceptancesOf: (channel) => ledger.exports.acceptances(channel),
      checkSignature: signatureCheck(workspace),
    });
  } finally {
    await ledger.close();
  }
}

/** Against the key that lastpost.yaml has for the person now; where it has none, the signature can only be sound. */
function signatureCheck({ config }: Workspace): CheckSignature {
  return (approval, person, decision) => {
    const { key = null } = config.people.find(({ id }) => id === person) ?? {};
    const state = verifyApproval(approval, { key }, decision);
    return state === 'unsigned' ? 'unchecked' : state;
  };
}
