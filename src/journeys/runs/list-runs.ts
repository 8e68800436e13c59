import type { JourneyContext } from '../../model/journey-context.ts';
import type { RunStateName } from '../../model/run/run-state.ts';
import type { RunSummary } from '../../model/run/run-store.ts';
import { openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';

/** The runs of a workspace, newest first. */
export async function listRuns(
  filter: { readonly states?: readonly RunStateName[]; readonly limit?: number },
  place: WorkspacePlace,
  _context: JourneyContext,
): Promise<readonly RunSummary[]> {
  const { paths, dir } = await requireWorkspace(place);
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    return await ledger.runs.list(filter);
  } finally {
    await ledger.close();
  }
}
