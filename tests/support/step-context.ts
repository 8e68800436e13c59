import { KnownError } from '../../src/base/known-error.ts';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import type { StepTypeName } from '../../src/model/playbook/playbook.ts';
import { revealSecrets } from '../../src/model/run/expressions.ts';
import { foldRun } from '../../src/model/run/fold-run.ts';
import { GENESIS_HASH, type JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { RunEvent } from '../../src/model/run/run-event.ts';
import type { PlannedStep, RunPlan } from '../../src/model/run/run-plan.ts';
import type { StepPorts } from '../../src/model/run/step-ports.ts';
import type { StepContext } from '../../src/model/run/step-type.ts';
import { stepOf } from './made-plan.ts';

export const NOW = '2026-11-26T12:00:00.000Z';

export function plannedStep(parts: Partial<PlannedStep> = {}): PlannedStep {
  return stepOf({ id: 'step', ...parts });
}

/** A port that a step of this test must not ask for anything. */
function unused(name: string): () => never {
  return () => {
    throw new TypeError(`Nobody should have asked for ${name}.`);
  };
}

export const noPorts: StepPorts = {
  takeSnapshot: unused('a snapshot'),
  newestSnapshot: unused('the newest snapshot'),
  verifySnapshot: unused('a verification'),
  statement: unused('a statement'),
  drafts: { exit: unused('the exit'), write: unused('drafts'), check: unused('drafts'), lint: unused('drafts') },
  people: (name) => {
    throw new KnownError('person.unknown', `Nobody is called "${name}".`, { exitCode: 2 });
  },
  mail: null,
  writeCertificate: unused('a certificate'),
  folder: process.cwd(),
  environment: { PATH: process.env.PATH ?? '' },
};

export interface ContextParts {
  readonly with?: JsonObject;
  readonly ports?: Partial<StepPorts>;
  readonly signal?: AbortSignal;
  /** By name. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** The step that it is about. */
  readonly step?: Partial<PlannedStep>;
  /** Steps before it that are done, in their order. */
  readonly before?: readonly {
    readonly id: string;
    readonly needs?: readonly string[];
    readonly outputs: JsonObject;
    readonly evidence?: PlannedStep['evidence'];
    /** It was skipped, and brought nothing. */
    readonly isSkipped?: boolean;
  }[];
  readonly inputs?: JsonObject;
}

/** What a step gets to work with, in a run whose journal is real and short. */
export function stepContext(type: StepTypeName, parts: ContextParts = {}): StepContext {
  const { before = [], secrets = {}, inputs = {} } = parts;
  const step = plannedStep({ type, ...parts.step });
  const steps = [...before.map(({ id, needs = [], evidence = [] }) => plannedStep({ id, needs, evidence })), step];
  const plan = runPlan(steps, inputs);
  const done = before.map(({ id, outputs, isSkipped = false }): readonly [string, RunEvent] => [
    id,
    isSkipped
      ? { type: 'step.skipped', body: { reason: 'It does not apply.' } }
      : {
          type: 'step.outcome',
          body: { result: 'succeeded', via: 'effect', outputs, error: null, evidence: [], note: null },
        },
  ]);
  const events = [[null, { type: 'run.started', body: { plan, sources: [] } }] as const, ...done];
  return {
    run: 'run-1',
    plan,
    step,
    state: foldRun(events.map(([id, event], at) => entry(at + 1, id, event))),
    with: parts.with ?? {},
    key: 'run-1/step',
    attempt: 1,
    now: () => new Date(NOW),
    signal: parts.signal ?? new AbortController().signal,
    onProgress: () => undefined,
    reveal: (text) =>
      revealSecrets(text, (name) => {
        const secret = secrets[name];
        if (secret !== undefined) return secret;
        throw new KnownError('secret.missing', `The environment has no ${name}.`, { exitCode: 2 });
      }),
    ports: withParts(noPorts, parts.ports ?? {}),
  };
}

/** Getters stay getters. */
function withParts(all: StepPorts, some: Partial<StepPorts>): StepPorts {
  return Object.defineProperties({ ...all }, Object.getOwnPropertyDescriptors(some));
}

function runPlan(steps: readonly PlannedStep[], inputs: JsonObject): RunPlan {
  const title = { en: 'Leave', de: 'Gehen' };
  const scope = { name: 'leave', version: 1, title, inputs, around: null, secrets: {}, outputs: {} };
  return {
    playbook: 'leave',
    version: 1,
    title,
    mode: 'delete',
    timezone: 'Europe/Berlin',
    holidays: null,
    inputs,
    roles: [],
    concurrencyGroups: [],
    scopes: { '': scope },
    steps,
  };
}

function entry(seq: number, step: string | null, event: RunEvent): JournalEntry {
  const by = { person: 'jana', host: 'laptop', pid: 1 };
  const place = { run: 'run-1', seq, epoch: 1, prevHash: GENESIS_HASH, hash: GENESIS_HASH };
  return { ...event, ...place, step, attempt: step === null ? null : 1, by, at: NOW };
}
