import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { PlaybookSource } from '../../model/run/run-plan.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { amendEntries, diffOf, requireUntouched } from '../../runs/people/amend-run.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { planPlaybook } from '../load-playbook.ts';
import { decisionOf, findRun, type OpenRuns, withRuns } from './open-runs.ts';
import { requireText } from './require-text.ts';

export interface AmendRequest {
  readonly run: string;
  /** The changed playbook. */
  readonly file: string;
  readonly by: string;
  readonly reason: string;
  /** False: only shows what would change. */
  readonly apply: boolean;
}

/**
 * Puts a changed playbook in the place of the one that a run has. What has begun stays as it was; approvals of what changes are
 * void.
 * @throws KnownError `amend.nothing`, `amend.begun`, `amend.inputs`, `amend.other-playbook`, `run.no-reason`, those of
 * loading a playbook
 */
export async function amendRun(
  request: AmendRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<{ readonly diff: string; readonly view: RunView }> {
  return withRuns(place, context, async (runs) => {
    const { deps } = runs;
    const state = await findRun(runs, request.run);
    const decision = decisionOf(runs, request.by, state);
    const { plan, sources } = await planPlaybook(request.file, state.plan.inputs, place, context);
    const diff = diffOf(await sourcesOf(runs, state.id), sources);
    if (diff === '') {
      throw new KnownError('amend.nothing', `${request.file} is what the run ${state.id} has already.`, {
        hint: 'Change the file first, and then amend the run with it.',
        exitCode: 2,
      });
    }
    requireUntouched(state, plan);
    if (!request.apply) return { diff, view: await viewRun(state, deps, context) };
    const amendment = { plan, sources, diff, reason: requireText(request.reason) };
    const after = await deps.store.append(state.id, { person: true }, (newest) =>
      amendEntries(newest, amendment, decision),
    );
    return { diff, view: await viewRun(after, deps, context) };
  });
}

/** The newest that the run was given. */
async function sourcesOf({ deps }: OpenRuns, run: string): Promise<readonly PlaybookSource[]> {
  let sources: readonly PlaybookSource[] = [];
  for await (const entry of deps.store.entries(run)) {
    if (entry.type === 'run.started' || entry.type === 'run.amended') sources = entry.body.sources;
  }
  return sources;
}
