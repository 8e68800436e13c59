import { shortId } from '../../base/ids.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { StartRequest } from '../../model/run/run-requests.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { entryMaker } from '../../runs/make-entry.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requirePerson } from '../../workspace/require-person.ts';
import { planPlaybook } from '../load-playbook.ts';
import { withRuns } from './open-runs.ts';

/** Enough that two runs of a playbook hardly ever meet; short enough to be read out. */
const ID_LETTERS = 4;
const ATTEMPTS = 8;

/**
 * Begins a run with its own copy of the playbook. Nothing of it is done yet.
 * @throws KnownError `playbook.unknown`, `playbook.unsound`, `playbook.inputs`, `person.unknown`, `person.none`, and those of
 * opening the workspace
 */
export async function startRun(
  { playbook, inputs, by }: StartRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  return withRuns(place, context, async (runs) => {
    const { deps, workspace } = runs;
    const person = requirePerson(workspace.config, by);
    const { plan, sources } = await planPlaybook(playbook, inputs, place, context);
    const first = entryMaker(deps)({ type: 'run.started', body: { plan, sources } }, { person: person.id });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const state = await deps.store.create(`${plan.playbook}-${shortId(ID_LETTERS)}`, first);
        return await viewRun(state, deps, context);
      } catch (error) {
        const isTaken = error instanceof KnownError && error.code === 'run.exists';
        if (!isTaken || attempt === ATTEMPTS) throw error;
      }
    }
  });
}
