import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import type { Confirmed, ConfirmRequest } from '../../model/run/run-requests.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { evidenceFor, missingEvidence } from '../../model/run/wanted-evidence.ts';
import { staleApprovals } from '../../runs/approved-gate.ts';
import { doubtEntry } from '../../runs/doubt.ts';
import { stepOf } from '../../runs/engine.ts';
import { filledText, filledWith } from '../../runs/fill-step.ts';
import { shutGates } from '../../runs/gates.ts';
import { releaseEnds } from '../../runs/moments.ts';
import { voidEntries } from '../../runs/offer-step.ts';
import { succeeded } from '../../runs/outcomes.ts';
import {
  type ConfirmKind,
  confirmEntries,
  confirmKind,
  releaseEntries,
  reportEntries,
  requireTyped,
} from '../../runs/people/confirm-step.ts';
import type { Decision } from '../../runs/people/speak.ts';
import { probeStep } from '../../runs/probe-step.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { keepEvidence } from './keep-evidence.ts';
import { decisionOf, findRun, type OpenRuns, withRuns } from './open-runs.ts';

interface Confirming {
  readonly request: ConfirmRequest;
  readonly runs: OpenRuns;
  readonly state: RunState;
  readonly decision: Decision;
  readonly place: WorkspacePlace;
  readonly context: JourneyContext;
}

/**
 * A person says that a step is done, with its evidence; or, of one that is irreversible, first that it is to be done now, and
 * then that it has been. Nothing is shown as recorded before it is on the disk.
 * @throws KnownError `run.unknown`, `step.unknown`, `step.not-your-role`, `step.not-waiting`, `step.already-confirmed`,
 * `step.typed-wrong`, `step.not-released`, `step.probe-disagrees`, `gate.shut`, `evidence.missing`, those of evidence and people
 */
export async function confirmStep(
  request: ConfirmRequest,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<Confirmed> {
  return withRuns(place, context, async (runs) => {
    const state = await findRun(runs, request.run);
    const decision = decisionOf(runs, request.by, state);
    const kind = confirmKind(state, request.step, decision);
    const confirming = { request, runs, state, decision, place, context };
    const what = await ways[kind](confirming);
    return { what, view: await viewRun(await runs.deps.store.load(state.id), runs.deps, context) };
  });
}

const ways: Readonly<Record<ConfirmKind, (confirming: Confirming) => Promise<Confirmed['what']>>> = {
  already: async () => 'already',
  confirm,
  release,
  report,
  'let-go': letGo,
  undone,
};

/**
 * The kind is looked at again where nobody can come between.
 * @returns `what`, or `already` when the same person was faster
 */
async function append<What extends Confirmed['what']>(
  { runs, request, state, decision }: Confirming,
  kind: ConfirmKind,
  what: What,
  entries: (newest: RunState) => readonly NewEntry[],
): Promise<What | 'already'> {
  let said: What | 'already' = what;
  await runs.deps.store.append(state.id, { person: true }, (newest) => {
    const now = confirmKind(newest, request.step, decision);
    said = now === 'already' ? 'already' : what;
    if (now === 'already') return [];
    if (now === kind) return entries(newest);
    throw new KnownError('step.not-waiting', `The step ${request.step} has changed meanwhile.`, {
      hint: `See how it stands now with: lastpost run explain ${state.id}`,
      exitCode: 2,
    });
  });
  return said;
}

async function confirm(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, state, decision } = confirming;
  const evidence = await evidenceOf(confirming);
  const said = { with: valuesOf(state, confirming), evidence, note: request.note, outputs: {} };
  return append(confirming, 'confirm', 'confirmed', (newest) => confirmEntries(newest, request.step, said, decision));
}

function valuesOf(state: RunState, { request, runs }: Confirming): JsonObject {
  return filledWith(state, stepOf(state, request.step), runs.deps);
}

async function release(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, runs, state, decision } = confirming;
  const step = stepOf(state, request.step);
  if (request.evidence.length > 0) throw notReleased(state.id, request.step);
  await requireGates(confirming);
  requireTyped(filledText(state, step, step.plan.confirm, runs.deps), request.typed);
  const deadline = releaseEnds(state, step, runs.deps);
  const facts = { with: valuesOf(state, confirming), deadline };
  return append(confirming, 'release', 'released', (newest) => releaseEntries(newest, request.step, facts, decision));
}

async function letGo(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, runs, state, decision } = confirming;
  const step = stepOf(state, request.step);
  await requireGates(confirming);
  requireTyped(filledText(state, step, step.plan.confirm, runs.deps), request.typed);
  const { entry, speaker } = decision;
  const about = { step: request.step, person: speaker.person.id };
  return append(confirming, 'let-go', 'released', () => [
    entry({ type: 'step.released', body: { typed: request.typed } }, about),
  ]);
}

/** What was approved and is not so any more is written down at once, so that those who approved it see it. */
async function requireGates({ runs, state, request, decision }: Confirming): Promise<void> {
  const step = stepOf(state, request.step);
  const stale = staleApprovals(state, step, runs.deps);
  if (stale.length > 0) {
    await runs.deps.store.append(state.id, { person: true }, (newest) =>
      voidEntries(newest, staleApprovals(newest, stepOf(newest, request.step), runs.deps), decision),
    );
  }
  const [shut, ...others] = await shutGates(
    await runs.deps.store.load(state.id),
    step,
    decision.speaker.person.id,
    runs.deps,
  );
  if (shut === undefined) return;
  const more = others.map(({ says }) => says);
  throw new KnownError('gate.shut', [`${request.step} cannot begin. ${shut.says}`, ...more].join(' '), {
    ...(shut.hint !== null && { hint: shut.hint }),
  });
}

async function report(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, runs, state, decision, context } = confirming;
  const step = stepOf(state, request.step);
  const evidence = await evidenceOf(confirming);
  const probed = await probeStep(state, step, { deps: runs.deps, ...context });
  if (probed?.says === 'not-done') {
    const reason = `${request.by} says that it is done, and its probe says that it is not.`;
    const doubt = doubtEntry(step, reason, probed, decision);
    await append(confirming, 'report', 'confirmed', () => [...shown(evidence, step.attempt, confirming), doubt]);
    throw new KnownError('step.probe-disagrees', `${request.step} does not look done: ${probed.because}`, {
      hint: `Look yourself. If it is done: lastpost run resolve ${state.id} ${request.step} --done --because TEXT --as ${request.by}`,
    });
  }
  const note = [request.note, probed?.because ?? null].filter((one) => one !== null).join(' ') || null;
  const at = { attempt: step.attempt, after: 0 };
  return append(confirming, 'report', 'confirmed', (newest) =>
    reportEntries(newest, request.step, at, { evidence, note, outputs: {} }, decision),
  );
}

function shown(evidence: readonly EvidenceBody[], attempt: number, { request, decision }: Confirming) {
  const about = { step: request.step, attempt, person: request.by };
  return evidence.map((body) => decision.entry({ type: 'evidence.added', body }, about));
}

async function undone(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, state, decision } = confirming;
  const { attempt } = stepOf(state, request.step);
  const evidence = await evidenceOf(confirming, false);
  const about = { step: request.step, attempt, person: request.by };
  const body = succeeded('person', {}, request.note);
  return append(confirming, 'undone', 'confirmed', () => [
    ...shown(evidence, attempt, confirming),
    decision.entry({ type: 'compensation.outcome', body }, about),
  ]);
}

/** Matched with what is wanted, and kept. @throws KnownError `evidence.missing` and those of `keepEvidence` */
async function evidenceOf(
  { request, state, place, context }: Confirming,
  isWanted = true,
): Promise<readonly EvidenceBody[]> {
  const step = stepOf(state, request.step);
  // What was shown for an attempt before this one proves nothing of this one.
  const have = step.evidence.filter(({ attempt }) => attempt === step.attempt && step.state === 'running');
  const { matched, missing } = evidenceFor(step.plan, have, request.evidence);
  const lacking = isWanted ? missingEvidence(request.step, missing) : null;
  if (lacking !== null) throw lacking;
  return keepEvidence({ run: state.id, step: request.step }, matched, place, context);
}

function notReleased(run: string, step: string): KnownError {
  return new KnownError(
    'step.not-released',
    `${step} has not been released, so that there can be no evidence of it yet.`,
    {
      hint: `Nothing may be done before: lastpost run confirm ${run} ${step} --typed TEXT --as PERSON. If it has been done already, release it, and then hand in the evidence.`,
      exitCode: 2,
    },
  );
}
