import { KnownError } from '../../base/known-error.ts';
import type { GateFinding } from '../../model/run/gates.ts';
import type { NewEntry } from '../../model/run/journal-entry.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { stepOf } from '../engine.ts';
import { hasGates } from '../gates.ts';
import { requireSecondPerson } from './second-person.ts';
import { type Decision, requireGoing } from './speak.ts';

/** Of whom an override needs both, so that nobody does it alone and nobody does it without a word. */
const LEAST_LETTERS = 15;

/**
 * What is written when a person asks to go through shut gates, and when a second one agrees. It stays on the certificate.
 * @param shut the gates of the step that are shut now
 * @throws KnownError `override.not-irreversible`, `override.nothing-shut`, `override.cannot`, `override.reason`, `people.same`
 */
export function overrideEntries(
  state: RunState,
  id: string,
  { reason, shut }: { readonly reason: string; readonly shut: readonly GateFinding[] },
  decision: Decision,
): readonly NewEntry[] {
  const step = stepOf(state, id);
  requireGoing(state);
  requireReason(reason);
  if (!hasGates(step)) {
    throw new KnownError(
      'override.not-irreversible',
      `No gate stands before ${id}: it is not irreversible and names no drafts.`,
      {
        hint: 'Gates stand before steps with irreversible: true, and before those that name drafts.',
        exitCode: 2,
      },
    );
  }
  const about = { step: id, person: decision.speaker.person.id };
  const open = state.overrides.find((one) => one.step === id && one.agreed === null);
  if (open !== undefined) {
    requireSecondPerson(open.asked.person, decision, `${open.asked.person} has asked for it`);
    return [decision.entry({ type: 'override.agreed', body: { reason, asked: open.asked.seq } }, about)];
  }
  const gates = [...new Set(shut.filter(({ canBeOverridden }) => canBeOverridden).map(({ gate }) => gate))];
  if (gates.length === 0) throw nothingToOverride(id, shut);
  return [decision.entry({ type: 'override.asked', body: { reason, gates } }, about)];
}

function requireReason(reason: string): void {
  if (reason.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_LETTERS) return;
  throw new KnownError('override.reason', `"${reason}" is no reason that somebody could understand in a year.`, {
    hint: 'It stands on the certificate for ever. Say with --because who ordered it, when, and why it cannot wait.',
    exitCode: 2,
  });
}

function nothingToOverride(id: string, shut: readonly GateFinding[]): KnownError {
  const [first] = shut;
  if (first === undefined) {
    return new KnownError('override.nothing-shut', `No gate before ${id} is shut.`, {
      hint: 'It needs no override: confirm it.',
      exitCode: 2,
    });
  }
  return new KnownError('override.cannot', `Nobody can go through this gate: ${first.says}`, {
    hint: first.hint ?? 'It has to be opened.',
    exitCode: 2,
  });
}
