import { KnownError } from '../../base/known-error.ts';
import type { LocalText } from '../../model/platform.ts';
import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { ExpressionNames } from '../../model/run/expressions.ts';
import { factsOfPlan, fillForReaders } from '../../model/run/names-for.ts';
import type { PlannedStep, RunPlan } from '../../model/run/run-plan.ts';
import { expressions } from '../expressions/expressions.ts';
import { namesUsed } from '../expressions/names-used.ts';
import { splitText } from '../expressions/split-text.ts';

/** What expressions come to before a run. What only the run can bring has no value, and is no error. */
export interface TimelineNames {
  inputsOf(scope: string): JsonObject;
  /** A text filled in; undefined where it names what nobody knows yet. */
  fill(scope: string, text: string): string | undefined;
  /** For people: what nobody knows yet stays as it is written. */
  shown(scope: string, text: LocalText): LocalText;
  /** undefined where it depends on what comes out of a step. */
  isTrue(scope: string, expression: string): boolean | undefined;
  /** Whole ids of the steps that a text reckons from, also through the inputs of a used playbook. */
  stepsIn(scope: string, text: string): readonly string[];
  /** From now on expressions find a step: as skipped, or as done, and when. */
  settle(step: PlannedStep, state: 'succeeded' | 'skipped', at: string | null): void;
}

export function timelineNames(plan: RunPlan): TimelineNames {
  const steps = new Map<string, Record<string, JsonValue>>(Object.keys(plan.scopes).map((scope) => [scope, {}]));
  const namesOf = (scope: string): ExpressionNames => ({
    inputs: inputsOf(scope),
    steps: steps.get(scope) ?? {},
    run: factsOfPlan(plan),
    facts: plan.facts ?? {},
    channels: plan.channels ?? {},
    secrets: Object.keys(plan.scopes[scope]?.secrets ?? {}),
  });
  const inputsOf = (scope: string): JsonObject => {
    const { inputs = {}, around = null } = plan.scopes[scope] ?? {};
    if (around === null || !mayHoldExpressions(inputs)) return inputs;
    const names = namesOf(around);
    const entries = Object.entries(inputs).map(
      ([name, value]) => [name, known(() => expressions.fill(value, names))] as const,
    );
    // An input without a value is left out: a condition over it is unknown, not false.
    return Object.fromEntries(entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
  };
  const stepsIn = stepFinder(plan);
  return {
    inputsOf,
    stepsIn,
    fill: (scope, text) => {
      if (!text.includes('${{')) return text;
      const value = known(() => expressions.fill(text, namesOf(scope)));
      if (value === undefined || value === null) return undefined;
      return typeof value === 'string' ? value : JSON.stringify(value);
    },
    shown: (scope, text) => {
      if (!text.de.includes('${{') && !text.en.includes('${{')) return text;
      return fillForReaders(text, namesOf(scope), expressions);
    },
    isTrue: (scope, expression) =>
      known(() => expressions.isTrue(expressions.evaluate(expression, namesOf(scope)))) ?? undefined,
    settle: ({ id, scope, register }, state, at) => {
      const inScope = steps.get(scope);
      if (inScope === undefined) return;
      // As long as nobody knows when it ends, `at` is no name; of a skipped step everything is nothing.
      const value: JsonObject = { state, outputs: {}, ...(at !== null || state === 'skipped' ? { at } : {}) };
      inScope[id.slice(scope.length)] = value;
      if (register !== null) inScope[register] = value;
    },
  };
}

function mayHoldExpressions(inputs: JsonObject): boolean {
  return JSON.stringify(inputs).includes('${{');
}

function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

function stepFinder(plan: RunPlan): TimelineNames['stepsIn'] {
  const ids = new Map<string, string>();
  for (const { id, scope, register } of plan.steps) {
    for (const name of [register, id.slice(scope.length)]) {
      if (name !== null) ids.set(`${scope}\n${name}`.toLowerCase(), id);
    }
  }
  const find = (scope: string, text: string): readonly string[] => {
    const { inputs = {}, around = null } = plan.scopes[scope] ?? {};
    const throughInput = (name: string): readonly string[] => {
      const value = around === null || !Object.hasOwn(inputs, name) ? null : (inputs[name] ?? null);
      return around !== null && typeof value === 'string' ? find(around, value) : [];
    };
    return splitText(text).parts.flatMap((part) => {
      if (part.kind === 'text')
        return around === null ? [] : (part.text.match(/[A-Za-z_]\w*/g) ?? []).flatMap(throughInput);
      return (known(() => namesUsed(part.source)) ?? []).flatMap(({ path: [root = '', next = ''] }) => {
        if (root.toLowerCase() === 'inputs') return throughInput(next);
        const name = root.toLowerCase() === 'steps' ? next : root;
        const id = ids.get(`${scope}\n${name}`.toLowerCase());
        return id === undefined ? throughInput(name) : [id];
      });
    });
  };
  return (scope, text) => [...new Set(find(scope, text))];
}
