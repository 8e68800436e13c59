import type { JourneyContext } from '../../model/journey-context.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { type Steer, steerEntries } from '../../runs/people/steer-run.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { decisionOf, findRun, withRuns } from './open-runs.ts';
import { requireText } from './require-text.ts';

interface SteerRequest {
  readonly run: string;
  readonly by: string;
  readonly reason: string;
}

/** Nothing more begins until it is resumed; what a person was given the go-ahead for can still be reported. */
export function pauseRun(request: SteerRequest, place: WorkspacePlace, context: JourneyContext): Promise<RunView> {
  return steer({ ...request, what: 'pause' }, request, place, context);
}

export function resumeRun(request: SteerRequest, place: WorkspacePlace, context: JourneyContext): Promise<RunView> {
  return steer({ ...request, what: 'resume' }, request, place, context);
}

/**
 * Stops a run for good. Before the point of no return what was done can be undone, where the playbook says how.
 * @throws KnownError `run.past-no-return`
 */
export function cancelRun(
  request: SteerRequest & { readonly rollback: boolean },
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  return steer({ ...request, what: 'cancel' }, request, place, context);
}

/** @throws KnownError `run.unknown`, `run.ended`, `run.stopped`, `run.no-reason`, `person.unknown` */
async function steer(
  said: Steer,
  { run, by }: SteerRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  const reason = requireText(said.reason);
  return withRuns(place, context, async (runs) => {
    const state = await findRun(runs, run);
    const decision = decisionOf(runs, by, state);
    const after = await runs.deps.store.append(state.id, { person: true }, (newest) =>
      steerEntries(newest, { ...said, reason }, decision),
    );
    return viewRun(after, runs.deps, context);
  });
}
