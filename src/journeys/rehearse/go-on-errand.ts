import { KnownError } from '../../base/known-error.ts';
import type { EvidenceKind } from '../../model/playbook/playbook.ts';
import type { Reply } from '../../model/run/rehearsal/reply.ts';
import type { EvidenceInput } from '../../model/run/run-requests.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { filledText } from '../../runs/fill-step.ts';
import { resolveEntries } from '../../runs/people/resolve-step.ts';
import { speakAt } from '../runs/approve-step.ts';
import { confirmAt } from '../runs/confirm-step.ts';
import { decisionOf } from '../runs/open-runs.ts';
import type { Errand } from './errands.ts';
import type { Play } from './play.ts';

/** Somebody on an errand. */
interface Going {
  readonly errand: Errand;
  readonly by: string;
  readonly reply: Reply;
  readonly state: RunState;
  readonly step: StepState;
  readonly play: Play;
}

/** Does what the errand is for, by the ways that people take in a real run. @throws KnownError as those do */
export async function goOnErrand(going: Going): Promise<void> {
  const { errand, play } = going;
  switch (errand.kind) {
    case 'approve':
      return approve(going);
    case 'doubt':
    case 'agree':
      await resolve(going, 'not-done');
      if (errand.kind === 'agree') play.done.delete(errand.step);
      return undefined;
    case 'reopen':
      return resolve(going, 'again');
    case 'report':
      return report(going);
    default:
      return confirm(going);
  }
}

async function approve({ errand, by, reply, state, play: { stage } }: Going): Promise<void> {
  const { deps } = stage;
  const what = reply.says === 'cannot' ? 'rejected' : 'given';
  await speakAt({ deps, sign: async () => null }, what, state, { step: errand.step, by, comment: reply.because });
}

async function resolve(going: Going, decision: 'not-done' | 'again'): Promise<void> {
  const { errand, by, state, play } = going;
  const { deps } = play.stage;
  const speaks = decisionOf({ deps }, by, state);
  const reason = decision === 'again' ? 'In the rehearsal it goes on now.' : 'In the rehearsal it was not done.';
  await deps.store.append(state.id, { person: true }, (newest) =>
    resolveEntries(newest, errand.step, { decision, reason, evidence: [] }, speaks),
  );
}

/** Its probe may say otherwise: then it is in doubt, which is no refusal. */
async function report(going: Going): Promise<void> {
  going.play.done.add(going.errand.step);
  try {
    await confirm(going);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'step.probe-disagrees') throw error;
  }
}

async function confirm({ errand, by, reply, state, step, play: { stage } }: Going): Promise<void> {
  const wantsEvidence = errand.kind === 'do' || errand.kind === 'report';
  const request = {
    run: state.id,
    step: errand.step,
    by,
    evidence: wantsEvidence ? madeUpEvidence(step) : [],
    typed: filledText(state, step, step.plan.confirm, stage.deps),
    note: reply.because,
  };
  await confirmAt(stage.desk, state, request);
}

const madeUp: Readonly<Record<EvidenceKind, string>> = {
  file: 'made-up.png',
  url: 'https://example.org/made-up',
  text: 'Made up in the rehearsal.',
};

function madeUpEvidence({ plan }: StepState): readonly EvidenceInput[] {
  // Of answers the first: it is the one with which everything goes on.
  return plan.evidence.map(({ id, kind, choices }) => {
    return { id, kind: kind ?? 'text', value: choices?.[0] ?? madeUp[kind ?? 'text'] };
  });
}
