import { resolve } from 'node:path';
import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { mayApprove } from '../../model/run/may-approve.ts';
import type { Person } from '../../model/run/people.ts';
import type { ApprovalBody } from '../../model/run/run-event.ts';
import type { ApproveRequest } from '../../model/run/run-requests.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { boundValues, digestNow } from '../../runs/bound-values.ts';
import { stepOf } from '../../runs/engine.ts';
import { approvalEntries } from '../../runs/offer-step.ts';
import type { Decision } from '../../runs/people/speak.ts';
import { requireGoing } from '../../runs/people/speak.ts';
import type { RunDeps } from '../../runs/run-deps.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { signAs } from '../../workspace/person-signature.ts';
import { decisionOf, findRun, withRuns } from './open-runs.ts';

/**
 * A person approves exactly what there is to approve now, which its digest names.
 * @throws KnownError `approval.not-your-role`, `approval.self-review`, `approval.already`, `approval.absent`,
 * `approval.nothing-to-approve`, `approval.changed`, those of signing and of a run that does not go on
 */
export function approveStep(request: ApproveRequest, place: WorkspacePlace, context: JourneyContext): Promise<RunView> {
  return speak('given', request, place, context);
}

/** A person rejects it, which ends the step until somebody opens it again. Same errors. */
export function rejectStep(request: ApproveRequest, place: WorkspacePlace, context: JourneyContext): Promise<RunView> {
  return speak('rejected', request, place, context);
}

async function speak(
  what: 'given' | 'rejected',
  request: ApproveRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<RunView> {
  return withRuns(place, context, async (runs) => {
    const { deps } = runs;
    const state = await findRun(runs, request.run);
    const keyFile = request.keyFile === null ? null : resolve(place.cwd, request.keyFile);
    const sign: Sign = (person, digest) => signAs(person, digest, keyFile, what);
    return viewRun(await speakAt({ deps, sign }, what, state, request), deps, context);
  });
}

type Sign = (person: Person, digest: Sha256) => Promise<ApprovalBody['signature']>;

/** The same wherever it is said. @throws KnownError as `approveStep` */
export async function speakAt(
  { deps, sign }: { readonly deps: RunDeps; readonly sign: Sign },
  what: 'given' | 'rejected',
  state: RunState,
  request: Omit<ApproveRequest, 'run' | 'keyFile'>,
): Promise<RunState> {
  const decision = decisionOf({ deps }, request.by, state);
  requireGoing(state);
  const digest = digestNow(state, stepOf(state, request.step), deps);
  capacity(state, request.step, decision);
  const signature = await sign(decision.speaker.person, digest);
  await deps.store.append(state.id, { person: true }, (newest) => {
    requireGoing(newest);
    const step = stepOf(newest, request.step);
    if (digestNow(newest, step, deps) !== digest) throw changed(newest.id, request.step);
    const { roles, insteadOf } = capacity(newest, request.step, decision);
    const bound = boundValues(newest, step, deps);
    const body = { digest, bound, roles, insteadOf, comment: request.comment, signature };
    const type = what === 'given' ? 'approval.given' : 'approval.rejected';
    return [decision.entry({ type, body }, { step: request.step, person: request.by })];
  });
  // Whoever approves last does not wait for a runner to notice.
  return deps.store.append(state.id, { person: true }, (newest) => approvalEntries(newest, request.step, decision));
}

function capacity(state: RunState, id: string, { deps, speaker }: Decision) {
  const step = stepOf(state, id);
  const may = mayApprove(speaker.person, step, state, deps.people, speaker.day, digestNow(state, step, deps));
  if (!may.ok) throw may.error;
  return may;
}

function changed(run: string, step: string): KnownError {
  return new KnownError('approval.changed', `What ${step} approves changed while you looked at it.`, {
    hint: `Nothing was recorded. Look again: lastpost run explain ${run}`,
    exitCode: 2,
  });
}
