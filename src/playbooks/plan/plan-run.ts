import { KnownError } from '../../base/known-error.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { PlaybookMode } from '../../model/playbook/playbook.ts';
import type { ExpressionNames } from '../../model/run/expressions.ts';
import type { PlannedScope, PlaybookSource, RunPlan } from '../../model/run/run-plan.ts';
import { expressions } from '../expressions/expressions.ts';
import type { ResolvedPlaybook } from '../resolve-uses.ts';
import { inOrder } from '../step-graph.ts';
import { checkInputs } from './check-inputs.ts';
import { channelsNamedIn, factsNamedIn } from './names-of-plan.ts';
import { unroll } from './unroll.ts';

export interface PlanRequest {
  /** As typed, or as values. */
  readonly inputs: JsonObject;
  /** Where the playbook names none. */
  readonly timezone: string;
  /** Of the workspace, by id, as expressions find them; null when nobody knows them. */
  readonly channels: JsonObject | null;
  /** What is known of all platforms, as `platformFacts` makes it; a plan keeps what its texts name. */
  readonly facts: JsonObject;
}

export interface PlannedRun {
  readonly plan: RunPlan;
  /** The playbook, and each that it uses once. */
  readonly sources: readonly PlaybookSource[];
}

/**
 * What a run of a sound playbook will do: used playbooks unrolled, inputs checked, groups worked out, steps in order.
 * @throws KnownError `playbook.is-part`, `playbook.inputs`, `playbook.no-order` (a circle, or a need that is not there),
 * `playbook.no-group`
 */
export function planRun(resolved: ResolvedPlaybook, request: PlanRequest): PlannedRun {
  const { playbook } = resolved;
  if (playbook.isPart) throw isPart(playbook.name);
  const inputs = checkInputs(playbook, request.inputs, request.channels && Object.keys(request.channels));
  const channels = channelsNamedIn(playbook, inputs, request.channels, Object.keys(request.facts));
  const scopes = scopesOf(resolved, '', { around: null, inputs });
  const facts = factsNamedIn(resolved, channels, request.facts);
  const unrolled = unroll(resolved).map(({ step }) => step);
  const steps = inOrder(unrolled);
  if (steps === undefined) throw noOrder(playbook.name);
  const { name, version, title, timezone, holidays } = playbook;
  const plan: RunPlan = {
    playbook: name,
    version,
    title,
    mode: modeOf(playbook, inputs),
    timezone: timezone ?? request.timezone,
    holidays,
    inputs,
    channels,
    facts,
    roles: [...new Set(all(resolved).flatMap((one) => one.playbook.roles))],
    concurrencyGroups: groupsOf(resolved, '', { scopes, channels, facts }),
    scopes,
    steps,
  };
  return { plan, sources: sourcesOf(resolved) };
}

/** The one mode of a playbook, or the one that its input chose. */
function modeOf({ modes, modeInput }: ResolvedPlaybook['playbook'], inputs: JsonObject): PlaybookMode {
  const chosen = modeInput === null ? modes[0] : modes.find((mode) => mode === inputs[modeInput]);
  // A sound playbook has no other: its input offers nothing else, and cannot be left out.
  if (chosen === undefined) throw new TypeError(`The input ${modeInput} chooses no mode.`);
  return chosen;
}

type Scopes = Readonly<Record<string, PlannedScope>>;

interface Planned {
  readonly scopes: Scopes;
  readonly channels: JsonObject;
  readonly facts: JsonObject;
}

function scopesOf(
  { playbook, uses }: ResolvedPlaybook,
  scope: string,
  { around, inputs }: Pick<PlannedScope, 'around' | 'inputs'>,
): Scopes {
  const { name, version, title, secrets, outputs, steps } = playbook;
  const own: PlannedScope = { name, version, title, inputs, around, secrets, outputs };
  const inner = steps.flatMap((step) => {
    const used = uses.get(step.id);
    if (used === undefined) return [];
    const given = { around: scope, inputs: withDefaults(used, step.with) };
    return Object.entries(scopesOf(used, `${scope}${step.id}/`, given));
  });
  return { [scope]: own, ...Object.fromEntries(inner) };
}

/** The inputs of a used playbook: as the step gives them, maybe as expressions, which are worked out when they are needed. */
function withDefaults({ playbook }: ResolvedPlaybook, given: JsonObject): JsonObject {
  const entries = Object.entries(playbook.inputs).map(([name, input]) => [name, given[name] ?? input.default] as const);
  return Object.fromEntries(entries);
}

/** Names as they are before a run: inputs, as far as they do not wait for what a step brings, and nothing else. */
function inputsOnly(scope: string, known: Planned): ExpressionNames {
  const { scopes, channels, facts } = known;
  const { inputs = {}, around = null } = scopes[scope] ?? {};
  const filled = around === null ? inputs : filledInputs(inputs, inputsOnly(around, known));
  return { inputs: filled, steps: {}, run: {}, facts, channels, secrets: [] };
}

function filledInputs(inputs: JsonObject, names: ExpressionNames): JsonObject {
  const known = Object.entries(inputs).flatMap(([name, value]) => {
    const filled = filledOrUnknown(value, names);
    return filled === undefined ? [] : [[name, filled] as const];
  });
  return Object.fromEntries(known);
}

function filledOrUnknown(value: JsonValue, names: ExpressionNames): JsonValue | undefined {
  try {
    return expressions.fill(value, names);
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function workedOut(group: string, scope: string, known: Planned): string {
  const value = filledOrUnknown(group, inputsOnly(scope, known));
  if (value !== undefined && value !== null && typeof value !== 'object') return String(value);
  throw new KnownError('playbook.no-group', `The group "${group}" cannot be worked out before the run.`, {
    hint: 'Use only inputs in concurrency that are known when the run starts, and give them a value.',
    exitCode: 2,
  });
}

function groupsOf({ playbook, uses }: ResolvedPlaybook, scope: string, known: Planned): readonly string[] {
  const own = playbook.concurrencyGroup === null ? [] : [workedOut(playbook.concurrencyGroup, scope, known)];
  const inner = [...uses].flatMap(([id, used]) => groupsOf(used, `${scope}${id}/`, known));
  return [...new Set([...own, ...inner])];
}

function all(resolved: ResolvedPlaybook): readonly ResolvedPlaybook[] {
  return [resolved, ...[...resolved.uses.values()].flatMap(all)];
}

function sourcesOf(resolved: ResolvedPlaybook): readonly PlaybookSource[] {
  const byName = new Map(all(resolved).map(({ source }) => [source.name, source]));
  return [...byName.values()];
}

function isPart(name: string): KnownError {
  return new KnownError('playbook.is-part', `"${name}" is a part of other playbooks: no run is started of it alone.`, {
    hint: `Look for one that uses it: lastpost playbook list`,
    exitCode: 2,
  });
}

function noOrder(name: string): KnownError {
  return new KnownError('playbook.no-order', `The steps of "${name}" cannot be put in an order.`, {
    hint: `See why with: lastpost playbook lint ${name}`,
    exitCode: 2,
  });
}
