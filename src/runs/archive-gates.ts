import { KnownError } from '../base/known-error.ts';
import { ancestorsOf } from '../model/run/ancestors.ts';
import type { GateFinding } from '../model/run/gates.ts';
import type { Person } from '../model/run/people.ts';
import type { RunState, StepState } from '../model/run/run-state.ts';
import { isSameHuman } from '../model/run/same-human.ts';
import type { PortStatement } from '../model/run/step-ports.ts';
import type { RunDeps } from './run-deps.ts';

/** The two gates of a channel's archive: that it is complete, and that it was verified as it is now. */
export async function archiveGates(
  state: RunState,
  step: StepState,
  channel: string,
  by: string | null,
  { ports, people }: Pick<RunDeps, 'ports' | 'people'>,
): Promise<readonly GateFinding[]> {
  try {
    const statement = await ports.statement(channel);
    const newest = await ports.newestSnapshot(channel);
    return [completeGate(statement, by, people), verifiedGate(state, step, statement, newest?.id ?? null)];
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const gate = { channel, isOpen: false, says: error.message, hint: error.hint ?? null, canBeOverridden: true };
    return [
      { ...gate, gate: 'archive-complete' },
      { ...gate, gate: 'archive-verified' },
    ];
  }
}

/** Who does it cannot be the only one who found its gaps good enough, and who is not known is no second person. */
function completeGate(statement: PortStatement, by: string | null, people: readonly Person[]): GateFinding {
  const { channel, isComplete, isAccepted, openGaps, acceptedBy } = statement;
  const gate = { gate: 'archive-complete', channel, canBeOverridden: true } as const;
  if (isComplete) return { ...gate, isOpen: true, says: `The statement of ${channel} is complete.`, hint: null };
  const known = acceptedBy.filter((name) => people.some(({ id }) => id === name));
  if (isAccepted && known.some((name) => by === null || !isSameHuman(name, by, people))) {
    const says = `The gaps of ${channel} are named and were accepted by ${acceptedBy.join(', ')}.`;
    return { ...gate, isOpen: true, says, hint: null };
  }
  if (isAccepted) {
    return {
      ...gate,
      isOpen: false,
      says: `The gaps of ${channel} were accepted by ${acceptedBy.join(', ')} alone, and nobody else who is in lastpost.yaml.`,
      hint: `Have a second person look, and accept them: lastpost channel accept ${channel} GAP… --as PERSON --because TEXT`,
    };
  }
  const gaps = openGaps.map(({ id }) => id).join(', ');
  return {
    ...gate,
    isOpen: false,
    says: `The statement of ${channel} is not complete: ${statement.verdict}${gaps === '' ? '' : `, open gaps ${gaps}`}.`,
    hint: `See what is missing: lastpost channel statement ${channel}`,
  };
}

function verifiedGate(
  state: RunState,
  step: StepState,
  { channel, changedAt }: PortStatement,
  newest: string | null,
): GateFinding {
  const gate = { gate: 'archive-verified', channel, canBeOverridden: true } as const;
  const verified = ancestorsOf(state.plan, step.plan.id)
    .filter(({ type }) => type === 'verify')
    .flatMap(({ id }) => state.steps.get(id) ?? [])
    .filter(({ state: name, outputs }) => name === 'succeeded' && outputs.channel === channel);
  const again = 'Verify it again: lastpost run resolve RUN STEP --again --because TEXT --as PERSON';
  const last = verified.toSorted((a, b) => timeOf(b).localeCompare(timeOf(a)))[0];
  if (last === undefined) {
    return {
      ...gate,
      isOpen: false,
      says: `No step before this one has verified the archive of ${channel}.`,
      hint: again,
    };
  }
  const at = timeOf(last);
  if (newest !== null && last.outputs.snapshot !== newest) {
    const says = `What was verified is not the newest snapshot of ${channel}, which is ${newest}.`;
    return { ...gate, isOpen: false, says, hint: again };
  }
  if (changedAt !== null && changedAt > at) {
    const says = `The archive of ${channel} changed at ${changedAt}, after it was verified at ${at}.`;
    return { ...gate, isOpen: false, says, hint: again };
  }
  return {
    ...gate,
    isOpen: true,
    says: `The archive of ${channel} was verified at ${at}, and has not changed since.`,
    hint: null,
  };
}

function timeOf({ outputs, since }: StepState): string {
  const said = outputs.verified_at;
  return typeof said === 'string' ? said : (since ?? '');
}
