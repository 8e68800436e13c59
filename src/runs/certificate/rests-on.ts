import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { CertifiedGap, CertifiedSnapshot, CertifiedVerdict } from '../../model/run/certificate.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { GapAcceptance } from '../../model/statement.ts';
import type { PersonOf } from './closings.ts';

/** What people accepted for a channel, as the ledger has it. */
export type AcceptancesOf = (channel: string) => Promise<readonly GapAcceptance[]>;

function succeeded({ steps }: RunState): readonly StepState[] {
  return [...steps.values()].filter(({ state }) => state === 'succeeded' || state === 'compensated');
}

/** Snapshots that were taken or verified by steps, out of what these steps gave. */
export function snapshotsOf(state: RunState): readonly CertifiedSnapshot[] {
  return succeeded(state).flatMap(({ plan: { id, type }, since, outputs }) => {
    if (type !== 'snapshot' && type !== 'verify') return [];
    return [
      {
        step: id,
        type,
        at: since ?? state.startedAt,
        channel: textOf(outputs, ['channel']),
        id: textOf(outputs, ['snapshot', 'snapshot_id', 'id']),
        sha256: textOf(outputs, ['sha256', 'snapshot_sha256', 'manifest_sha256']),
        state: textOf(outputs, ['state']),
      },
    ];
  });
}

/** The verdicts of steps of type `complete`, each with the gaps that had been accepted by then. */
export async function verdictsOf(
  state: RunState,
  acceptancesOf: AcceptancesOf,
  personOf: PersonOf,
): Promise<readonly CertifiedVerdict[]> {
  const steps = succeeded(state).filter(({ plan }) => plan.type === 'complete');
  return Promise.all(steps.map((step) => verdictOf(step, step.since ?? state.startedAt, acceptancesOf, personOf)));
}

async function verdictOf({ plan, outputs }: StepState, at: string, acceptancesOf: AcceptancesOf, personOf: PersonOf) {
  const channel = textOf(outputs, ['channel']);
  const all = channel === null ? [] : await acceptancesOf(channel);
  const asked = idsIn(outputs.accepted_gaps);
  const accepted = all
    .filter((one) => one.at <= at && (asked.length === 0 || asked.includes(one.gap)))
    .map(({ gap, by, why, at: acceptedAt }): CertifiedGap => ({ gap, by: personOf(by), why, at: acceptedAt }))
    .sort((a, b) => (a.at === b.at ? compare(a.gap, b.gap) : compare(a.at, b.at)));
  return {
    step: plan.id,
    at,
    channel,
    verdict: textOf(outputs, ['verdict']),
    openGaps: idsIn(outputs.open_gaps),
    acceptedBy: idsIn(outputs.accepted_by).map(personOf),
    accepted,
    digest: textOf(outputs, ['digest', 'statement_sha256']),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The first of these that is a text. */
function textOf(outputs: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = outputs[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** Texts, or the ids of objects. */
function idsIn(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).flatMap((one) => {
    const id = typeof one === 'object' && one !== null && !Array.isArray(one) ? (one as JsonObject).id : one;
    return typeof id === 'string' ? [id] : [];
  });
}
