import type { JourneyContext } from '../../model/journey-context.ts';
import type { ResolveRequest } from '../../model/run/run-requests.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { evidenceFor } from '../../model/run/wanted-evidence.ts';
import { stepOf } from '../../runs/engine.ts';
import { resolveEntries } from '../../runs/people/resolve-step.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { keepEvidence } from './keep-evidence.ts';
import { decisionOf, findRun, withRuns } from './open-runs.ts';
import { requireText } from './require-text.ts';

/**
 * A person says what became of a step that is in doubt, or has one attempted again.
 * @throws KnownError `run.no-reason`, `step.not-in-doubt`, `step.cannot-again`, `step.not-your-role`, `second-person.same` and
 * its kin, those of evidence
 */
export async function resolveStep(
  request: ResolveRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  const reason = requireText(request.reason);
  return withRuns(place, context, async (runs) => {
    const { deps } = runs;
    const state = await findRun(runs, request.run);
    const decision = decisionOf(runs, request.by, state);
    const { plan } = stepOf(state, request.step);
    // Looked at first, so that nothing is kept of what is refused.
    resolveEntries(state, request.step, { decision: request.decision, reason, evidence: [] }, decision);
    const { matched } = evidenceFor(
      { ...plan, evidence: plan.evidence.map((one) => ({ ...one, required: false })) },
      [],
      request.evidence,
    );
    const evidence = await keepEvidence({ run: state.id, step: request.step }, matched, place, context);
    const said = { decision: request.decision, reason, evidence };
    const after = await deps.store.append(state.id, { person: true }, (newest) =>
      resolveEntries(newest, request.step, said, decision),
    );
    return viewRun(after, deps, context);
  });
}
