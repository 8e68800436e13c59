import type { JsonObject } from '../../model/playbook/json.ts';
import type { CertifiedClosing, CertifiedPerson, CertifiedWord } from '../../model/run/certificate.ts';
import type { JournalEntry } from '../../model/run/journal-entry.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import type { RunState, StepState } from '../../model/run/run-state.ts';
import type { EntryOf, RunHistory } from './gather-history.ts';

export type PersonOf = (id: string) => CertifiedPerson;

/** An entry as somebody's word. */
export function wordOf({ seq, at, by }: Pick<JournalEntry, 'seq' | 'at' | 'by'>, personOf: PersonOf): CertifiedWord {
  return { seq, at, by: by.person === null ? null : personOf(by.person) };
}

/** Every irreversible step for which somebody gave a go-ahead, in the order of the first one. */
export function closingsOf(state: RunState, history: RunHistory, personOf: PersonOf): readonly CertifiedClosing[] {
  return [...history.releases].flatMap(([id, releases]) => {
    const [step, last] = [state.steps.get(id), releases.at(-1)];
    if (step === undefined || last === undefined) return [];
    return [closing(state, step, releases, last, history, personOf)];
  });
}

function closing(
  state: RunState,
  step: StepState,
  releases: readonly EntryOf<'step.intent'>[],
  last: EntryOf<'step.intent'>,
  { outcomes, letGo }: RunHistory,
  personOf: PersonOf,
): CertifiedClosing {
  const { id, name } = step.plan;
  const outcome = outcomes.get(id);
  // An outcome from before the last go-ahead tells of another attempt.
  const isOfLast = outcome !== undefined && outcome.seq > last.seq;
  return {
    step: id,
    title: name,
    channel: channelOf(state, step),
    target: last.body.target,
    result: resultOf(step),
    isByHand: last.body.isByHand,
    releases: releases.map((entry) => wordOf(entry, personOf)),
    letGo: letGo
      .filter((entry) => entry.step === id)
      .map((entry) => ({ ...wordOf(entry, personOf), typed: entry.body.typed })),
    outcome: isOfLast ? { ...wordOf(outcome, personOf), via: outcome.body.via, note: outcome.body.note } : null,
    approvals: last.body.approvals,
    evidence: step.evidence.map(({ seq }) => seq),
    overridden: last.body.overridden,
  };
}

function resultOf({ state }: StepState): CertifiedClosing['result'] {
  switch (state) {
    case 'succeeded':
      return 'done';
    case 'in_doubt':
      return 'doubtful';
    case 'cancelled':
      return 'cancelled';
    case 'pending':
      // Two people said that the go-ahead had no effect, and there is no other one yet.
      return 'not-done';
    case 'running':
      return 'open';
    default:
      return 'failed';
  }
}

/** The channel that a step names, else that of the nearest snapshot it rests on. */
export function channelOf(state: RunState, step: StepState): string | null {
  const { channel, scope } = step.plan;
  const named = channel === null ? null : workedOut(channel, state.plan, scope);
  return named ?? nearestChannel(state, step, new Set());
}

const ONE_INPUT = /^\s*\$\{\{\s*inputs\.([A-Za-z_][\w-]*)\s*\}\}\s*$/;

/** A text as it is, or the one input it stands for; null for an expression that says more. */
function workedOut(text: string, plan: RunPlan, scopeName: string | null): string | null {
  if (!text.includes('${{')) return text;
  const input = ONE_INPUT.exec(text)?.[1];
  const scope = scopeName === null ? undefined : plan.scopes[scopeName];
  if (input === undefined || scope === undefined) return null;
  const value = inputOf(scope.inputs, input);
  return typeof value === 'string' ? workedOut(value, plan, scope.around) : null;
}

function inputOf(inputs: JsonObject, name: string): unknown {
  return Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}

/** Through all that it needs, nearest first. */
function nearestChannel(state: RunState, from: StepState, seen: Set<string>): string | null {
  const needs = from.plan.needs.flatMap((id) => state.steps.get(id) ?? []).filter(({ plan }) => !seen.has(plan.id));
  for (const { plan, outputs } of needs) {
    seen.add(plan.id);
    if (typeof outputs.channel === 'string') return outputs.channel;
  }
  for (const need of needs) {
    const found = nearestChannel(state, need, seen);
    if (found !== null) return found;
  }
  return null;
}
