import { sha256 as digest } from '../../base/digest.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { StepTypeName } from '../../model/playbook/playbook.ts';
import { revealSecrets } from '../../model/run/expressions.ts';
import type { ProbeResult, StepContext, StepResult, StepType } from '../../model/run/step-type.ts';
import { stepRegistry } from '../../steps/registry.ts';
import { expectationOf, requestOf } from '../../steps/requests/request-values.ts';
import { execution, failed, succeeded } from '../../steps/results/step-result.ts';

/** How the world outside is for the steps of a rehearsal. */
export interface PretendedWorld {
  /** Why an attempt of a step fails, by the number of attempts that ended before it; null: it goes well. */
  failureOf(step: string, before: number): string | null;
  probe(step: string): ProbeResult;
  /** A step was given a secret, which is nowhere read. */
  secretUsed(step: string, reference: string): void;
}

/** What goes out into the world only pretends to; outputs have the shape of the real ones. */
const pretended: Readonly<Partial<Record<StepTypeName, (context: StepContext) => StepResult>>> = {
  http: ({ with: values, key, reveal }) => {
    requestOf(values, key, reveal);
    const expected = expectationOf(values);
    if (expected === 'gone') return succeeded({ status: 404, location: null, sha256: digest('') });
    const { statuses, redirect } = expected;
    const status = statuses?.[0] ?? (redirect === null ? 200 : 301);
    return succeeded({ status, location: redirect, sha256: digest('') });
  },
  dns: ({ with: { name = '', type = 'A', expect = 'absent' } }) =>
    succeeded({ name, type, records: expect === 'absent' ? [] : listOf(expect) }),
  command: ({ with: { expect_exit = 0 } }) => {
    const heads = { stdout_head: '', stdout_tail: '', stderr_head: '', stderr_tail: '' };
    return succeeded({ exit: listOf(expect_exit)[0] ?? 0, ...heads, seconds: 1, sha256: digest('') });
  },
  notify: (context) => (context.with.webhook === undefined ? mail(context) : succeeded({ told: [], status: 200 })),
};

function mail({ with: { to = null }, ports, key }: StepContext): StepResult {
  const told = new Set<string>();
  for (const name of listOf(to).map(String)) {
    const found = ports.people(name);
    if (found.length === 0) return failed('notify.nobody', `Nobody was told: nobody is there who is "${name}".`);
    for (const { id } of found) told.add(id);
  }
  return succeeded({ told: [...told], message_id: `<${key}@example.org>` });
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

/**
 * All types of step for a rehearsal: those that people, time and the engine deal with as they are, those that act or look
 * without the world outside.
 */
export function pretendedSteps(world: PretendedWorld): Readonly<Record<StepTypeName, StepType>> {
  const entries = Object.entries(stepRegistry).map(([name, type]) => [name, pretend(type, world)]);
  return Object.fromEntries(entries) as Readonly<Record<StepTypeName, StepType>>;
}

function noteSecrets({ with: values, step, plan }: StepContext, world: PretendedWorld): void {
  const known = plan.scopes[step.scope]?.secrets ?? {};
  revealSecrets(JSON.stringify(values), (name) => {
    world.secretUsed(step.id, known[name] ?? name);
    return '';
  });
}

function pretend(type: StepType, world: PretendedWorld): StepType {
  const { execute, probe } = type;
  if (execute === undefined) return type;
  const play = pretended[type.name];
  const plays = play === undefined ? execute : execution(type.isIdempotent, async (context) => play(context));
  return {
    ...type,
    isIdempotent: (values: JsonObject) => type.isIdempotent(values),
    execute: async (context) => {
      noteSecrets(context, world);
      // What only looks has no attempt of its own before it ends.
      const before = type.nature === 'looks' ? context.attempt : context.attempt - 1;
      const failure = world.failureOf(context.step.id, before);
      if (failure === null) return plays(context);
      return failed('rehearsal.failed', failure, { isRetryable: true });
    },
    ...(probe !== undefined && { probe: async ({ step }: StepContext) => world.probe(step.id) }),
  };
}
