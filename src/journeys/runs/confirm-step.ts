import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import type { Confirmed, ConfirmRequest } from '../../model/run/run-requests.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { evidenceFor, type MatchedEvidence, missingEvidence } from '../../model/run/wanted-evidence.ts';
import { staleApprovals } from '../../runs/approved-gate.ts';
import { doubtEntry } from '../../runs/doubt.ts';
import { stepOf } from '../../runs/engine.ts';
import { filledText, filledWith } from '../../runs/fill-step.ts';
import { hasGates, shutGates } from '../../runs/gates.ts';
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
import type { RunDeps } from '../../runs/run-deps.ts';
import { viewRun } from '../../runs/view/view-run.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { keepEvidence } from './keep-evidence.ts';
import { decisionOf, findRun, withRuns } from './open-runs.ts';

/** Where a person speaks about a run: in a workspace, or in a rehearsal of one. */
export interface Desk extends Pick<JourneyContext, 'signal' | 'onProgress'> {
  readonly deps: RunDeps;
  /** Keeps what is handed in for a step. */
  keep(
    of: { readonly run: string; readonly step: string },
    handedIn: readonly MatchedEvidence[],
  ): Promise<readonly EvidenceBody[]>;
}

interface Confirming extends Desk {
  readonly request: ConfirmRequest;
  readonly state: RunState;
  readonly decision: Decision;
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
    const { deps } = runs;
    const state = await findRun(runs, request.run);
    const keep: Desk['keep'] = (of, handedIn) => keepEvidence(of, handedIn, place, context);
    const { signal, onProgress } = context;
    const what = await confirmAt({ deps, keep, signal, onProgress }, state, request);
    return { what, view: await viewRun(await deps.store.load(state.id), deps, context) };
  });
}

/** The same wherever it is said. @throws KnownError as `confirmStep` */
export async function confirmAt(desk: Desk, state: RunState, request: ConfirmRequest): Promise<Confirmed['what']> {
  const decision = decisionOf(desk, request.by, state);
  const kind = confirmKind(state, request.step, decision);
  return ways[kind]({ ...desk, request, state, decision });
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
  { deps, request, state, decision }: Confirming,
  kind: ConfirmKind,
  what: What,
  entries: (newest: RunState) => readonly NewEntry[],
): Promise<What | 'already'> {
  let said: What | 'already' = what;
  await deps.store.append(state.id, { person: true }, (newest) => {
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
  if (hasGates(stepOf(state, request.step))) await requireOpen(confirming, 'be done');
  const evidence = await evidenceOf(confirming);
  const said = { with: valuesOf(state, confirming), evidence, note: request.note, outputs: {} };
  return append(confirming, 'confirm', 'confirmed', (newest) => confirmEntries(newest, request.step, said, decision));
}

function valuesOf(state: RunState, { request, deps }: Confirming): JsonObject {
  return filledWith(state, stepOf(state, request.step), deps);
}

async function release(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, deps, state, decision } = confirming;
  const step = stepOf(state, request.step);
  if (request.evidence.length > 0) throw notReleased(state.id, request.step);
  await requireGates(confirming);
  requireTyped(filledText(state, step, step.plan.confirm, deps), request.typed);
  const deadline = releaseEnds(state, step, deps);
  const facts = { with: valuesOf(state, confirming), deadline };
  return append(confirming, 'release', 'released', (newest) => releaseEntries(newest, request.step, facts, decision));
}

async function letGo(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, deps, state, decision } = confirming;
  const step = stepOf(state, request.step);
  await requireGates(confirming);
  requireTyped(filledText(state, step, step.plan.confirm, deps), request.typed);
  const { entry, speaker } = decision;
  const about = { step: request.step, person: speaker.person.id };
  return append(confirming, 'let-go', 'released', () => [
    entry({ type: 'step.released', body: { typed: request.typed } }, about),
  ]);
}

/** What was approved and is not so any more is written down at once, so that those who approved it see it. */
async function requireGates({ deps, state, request, decision }: Confirming): Promise<void> {
  const step = stepOf(state, request.step);
  const stale = staleApprovals(state, step, deps);
  if (stale.length > 0) {
    await deps.store.append(state.id, { person: true }, (newest) =>
      voidEntries(newest, staleApprovals(newest, stepOf(newest, request.step), deps), decision),
    );
  }
  await requireOpen({ deps, state, request, decision }, 'begin');
}

/** @param what it cannot do as long as a gate is shut */
async function requireOpen(
  { deps, state, request, decision }: Pick<Confirming, 'deps' | 'state' | 'request' | 'decision'>,
  what: string,
): Promise<void> {
  const newest = await deps.store.load(state.id);
  const step = stepOf(newest, request.step);
  const [shut, ...others] = await shutGates(newest, step, decision.speaker.person.id, deps);
  if (shut === undefined) return;
  const more = others.map(({ says }) => says);
  throw new KnownError('gate.shut', [`${request.step} cannot ${what}. ${shut.says}`, ...more].join(' '), {
    ...(shut.hint !== null && { hint: shut.hint }),
  });
}

async function report(confirming: Confirming): Promise<Confirmed['what']> {
  const { request, state, decision } = confirming;
  const step = stepOf(state, request.step);
  const evidence = await evidenceOf(confirming);
  const probed = await probeStep(state, step, confirming);
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
async function evidenceOf({ request, state, keep }: Confirming, isWanted = true): Promise<readonly EvidenceBody[]> {
  const step = stepOf(state, request.step);
  // What was shown for an attempt before this one proves nothing of this one.
  const have = step.evidence.filter(({ attempt }) => attempt === step.attempt && step.state === 'running');
  const { matched, missing } = evidenceFor(step.plan, have, request.evidence);
  const lacking = isWanted ? missingEvidence(request.step, missing) : null;
  if (lacking !== null) throw lacking;
  return keep({ run: state.id, step: request.step }, matched);
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
