import type { JourneyContext } from '../../model/journey-context.ts';
import type { Advanced } from '../../model/run/run-requests.ts';
import { advance } from '../../runs/advance.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { findRun, type RunContext, withRuns } from './open-runs.ts';

const PATIENCE_MS = 60_000;

/**
 * Does all of a run that needs no person and no date, up to a step or as far as it goes. Safe to call at any time, and from
 * several places at once: one of them does it.
 * @throws KnownError `run.unknown`, `run.ambiguous`, `step.unknown`, `run.lease-lost`, those of opening the workspace
 */
export async function advanceRun(
  { run, until }: { readonly run: string; readonly until: string | null },
  place: WorkspacePlace,
  context: JourneyContext & RunContext,
): Promise<Advanced> {
  return withRuns(place, context, async (runs) => {
    const { id } = await findRun(runs, run);
    const { signal, onProgress, patienceMs = PATIENCE_MS } = context;
    const { did, isBusy } = await advance({ run: id, until, signal, onProgress, patienceMs }, runs.deps);
    const view = await viewRun(await runs.deps.store.load(id), runs.deps, context);
    return { view, did, isBusy };
  });
}
