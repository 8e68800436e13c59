import { KnownError } from '../../base/known-error.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { JsonObject } from '../../model/playbook/json.ts';
import { answerOutputs } from '../../model/run/answers.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { EvidenceBody, IntentBody } from '../../model/run/run-event.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import { standing, wantsRelease } from '../../model/run/view-step.ts';
import { stepOf, typeOf } from '../engine.ts';
import { filledText } from '../fill-step.ts';
import { succeeded } from '../outcomes.ts';
import { intentOf } from '../run-step.ts';
import { type Decision, requireGoing, requireRole } from './speak.ts';

/** What a person's word about a step means as the run is now. */
export type ConfirmKind =
  /** It is done, with its evidence; nothing about it is irreversible. */
  | 'confirm'
  /** It may be done now: the go-ahead for what is irreversible. */
  | 'release'
  /** What was released has been done. */
  | 'report'
  /** This program may do it now. */
  | 'let-go'
  /** What had to be undone by hand is undone. */
  | 'undone'
  /** The same person said so before. */
  | 'already';

/**
 * What confirming a step would mean.
 * @throws KnownError `step.unknown`, `step.not-your-role`, `step.already-confirmed`, `step.not-waiting`, `step.in-doubt`, and
 * those of a run that does not go on
 */
export function confirmKind(state: RunState, id: string, { deps, speaker }: Decision): ConfirmKind {
  const step = stepOf(state, id);
  if (step.state === 'succeeded') return alreadyConfirmed(step, speaker.person.id);
  if (step.state === 'compensating') {
    requireRole(step, speaker, deps.people);
    return 'undone';
  }
  if (step.intent?.isByHand !== true || step.state !== 'running') requireGoing(state);
  requireRole(step, speaker, deps.people);
  if (step.state === 'running' && step.intent?.isByHand === true) return 'report';
  const stands = standing(state, step);
  if (stands.state === 'in_doubt') throw inDoubt(state, step);
  if (stands.state !== 'waiting' || stands.waits !== 'input') throw notWaiting(state, step, stands.state);
  if (wantsRelease(state, step)) return 'let-go';
  return step.plan.irreversible ? 'release' : 'confirm';
}

function alreadyConfirmed({ plan, confirmedBy, since }: StepState, person: string): 'already' {
  if (confirmedBy === person) return 'already';
  const by = confirmedBy === null ? 'It has been done' : `${confirmedBy} confirmed it`;
  throw new KnownError('step.already-confirmed', `The step ${plan.id} needs nothing more: ${by} at ${since}.`, {
    hint: 'Nothing was recorded a second time.',
    exitCode: 2,
  });
}

function inDoubt({ id }: RunState, { plan, reason }: StepState): KnownError {
  return new KnownError('step.in-doubt', `Nobody knows whether ${plan.id} was done: ${reason}`, {
    hint: `Look, and say what you saw: lastpost run resolve ${id} ${plan.id} --done|--not-done --because TEXT --as PERSON`,
    exitCode: 2,
  });
}

function notWaiting({ id }: RunState, { plan }: StepState, state: string): KnownError {
  return new KnownError('step.not-waiting', `The step ${plan.id} waits for nobody to confirm it; it is ${state}.`, {
    hint: `See what the run waits for: lastpost run explain ${id}`,
    exitCode: 2,
  });
}

/** Typed back letter by letter; spaces around it and the way an accent is encoded are the keyboard's. @throws KnownError `step.typed-wrong` */
export function requireTyped(wanted: string | null, typed: string | null): void {
  if (wanted === null || typed?.trim().normalize('NFC') === wanted.normalize('NFC')) return;
  const said = typed === null ? 'Nothing was typed back' : `"${typed}" was typed back`;
  throw new KnownError('step.typed-wrong', `${said}, and "${wanted}" is wanted, letter by letter.`, {
    hint: 'Nothing was released. Look whether it is the right account, then type it with --typed.',
    exitCode: 2,
  });
}

interface Said {
  readonly with: JsonObject;
  readonly evidence: readonly EvidenceBody[];
  readonly note: string | null;
  readonly outputs: JsonObject;
}

/** Evidence, intent and outcome of what a person has done already. */
export function confirmEntries(state: RunState, id: string, said: Said, decision: Decision): readonly NewEntry[] {
  const step = stepOf(state, id);
  const attempt = step.attempt + 1;
  const about = { step: id, attempt, person: decision.speaker.person.id };
  const intent: IntentBody = { ...handIntent(state, step, said.with, decision), isIrreversible: false };
  const first = decision.entry({ type: 'step.intent', body: intent }, about);
  return [first, ...reportEntries(state, id, { attempt, after: 1 }, said, decision)];
}

/** The go-ahead. */
export function releaseEntries(
  state: RunState,
  id: string,
  { with: values, deadline }: Pick<Said, 'with'> & { readonly deadline: string | null },
  decision: Decision,
): readonly NewEntry[] {
  const step = stepOf(state, id);
  const about = { step: id, attempt: step.attempt + 1, person: decision.speaker.person.id };
  const body: IntentBody = { ...handIntent(state, step, values, decision), isIrreversible: true, deadline };
  const intent = decision.entry({ type: 'step.intent', body }, about);
  if (deadline === null) return [intent];
  const timer = { timer: 'expires', dueAt: deadline, zone: state.plan.timezone } as const;
  return [intent, decision.entry({ type: 'timer.set', body: timer }, { step: id })];
}

/**
 * Evidence and outcome of what was released; answers among the evidence are outputs.
 * @param at the attempt, and how many entries go before these
 */
export function reportEntries(
  state: RunState,
  id: string,
  { attempt, after }: { readonly attempt: number; readonly after: number },
  { evidence, note, outputs }: Omit<Said, 'with'>,
  { entry, speaker }: Decision,
): readonly NewEntry[] {
  const about = { step: id, attempt, person: speaker.person.id };
  const first = state.head.seq + 1 + after;
  const shown = evidence.map((body) => entry({ type: 'evidence.added', body }, about));
  const { plan, evidence: had } = stepOf(state, id);
  const numbers = [...had.map(({ seq }) => seq), ...shown.map((_, place) => first + place)];
  const answers = answerOutputs(plan, [...had, ...evidence]);
  const body = { ...succeeded('person', { ...outputs, ...answers }, note), evidence: numbers };
  return [...shown, entry({ type: 'step.outcome', body }, about)];
}

function handIntent(state: RunState, step: StepState, values: JsonObject, { deps }: Decision): IntentBody {
  const target = targetOf(state, step, values, deps);
  return { ...intentOf(state, step, values, { deps }), target, isByHand: true };
}

/** What was typed back says better what ends than the title does, which stands beside it anyway. */
function targetOf(state: RunState, step: StepState, values: JsonObject, deps: Decision['deps']): string {
  const typed = filledText(state, step, step.plan.confirm, deps);
  return typed === null ? typeOf(step, deps).target(values, step.plan) : plainLine(typed);
}
