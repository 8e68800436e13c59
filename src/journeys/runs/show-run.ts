import type { JourneyContext } from '../../model/journey-context.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { findRun, withRuns } from './open-runs.ts';

/** How a run stands. Nothing is done and nothing recorded. @throws KnownError `run.unknown`, `run.ambiguous` */
export async function showRun(
  { run }: { readonly run: string },
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  return withRuns(place, context, async (runs) => viewRun(await findRun(runs, run), runs.deps, context));
}
