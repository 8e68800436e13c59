import type { JourneyContext } from '../../model/journey-context.ts';
import type { StepRequest } from '../../model/run/run-requests.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { stepOf } from '../../runs/engine.ts';
import { shutGates } from '../../runs/gates.ts';
import { overrideEntries } from '../../runs/people/override-gates.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { decisionOf, findRun, withRuns } from './open-runs.ts';
import { requireText } from './require-text.ts';

/**
 * In an emergency: one person asks to go through the gates that are shut before an irreversible step, with a reason, and a
 * second one agrees, with theirs. Approvals cannot be gone without. It is on the certificate for ever.
 * @returns whether a second person has agreed
 * @throws KnownError `override.not-irreversible`, `override.nothing-shut`, `override.cannot`, `override.reason`,
 * `second-person.same` and its kin
 */
export async function overrideGates(
  request: StepRequest & { readonly reason: string },
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<{ readonly view: RunView; readonly isAgreed: boolean }> {
  const reason = requireText(request.reason);
  return withRuns(place, context, async (runs) => {
    const { deps } = runs;
    const state = await findRun(runs, request.run);
    const decision = decisionOf(runs, request.by, state);
    const shut = await shutGates(state, stepOf(state, request.step), null, deps);
    let isAgreed = false;
    const after = await deps.store.append(state.id, { person: true }, (newest) => {
      const entries = overrideEntries(newest, request.step, { reason, shut }, decision);
      isAgreed = entries.some(({ type }) => type === 'override.agreed');
      return entries;
    });
    return { view: await viewRun(after, deps, context), isAgreed };
  });
}
