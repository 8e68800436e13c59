import { KnownError } from '../../base/known-error.ts';
import { dayIn } from '../../base/local-format.ts';
import type { FactLanguage, LocalText } from '../platform.ts';
import type { JsonObject, JsonValue } from '../playbook/json.ts';
import type { ExpressionNames, Expressions } from './expressions.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunState, StepState } from './run-state.ts';

/** What `run.` goes on with. */
export const runFacts = ['id', 'playbook', 'version', 'mode', 'title', 'timezone', 'started_at', 'started_by'] as const;

/**
 * What names stand for in a scope of a run: its inputs, worked out in the scope around it, its own steps by their short ids and
 * by `register`, and the names of its secrets.
 * @throws KnownError as `fill` does, for the inputs of a playbook that another one uses
 */
export function namesFor(state: RunState, scope: string, expressions: Expressions): ExpressionNames {
  const planned = state.plan.scopes[scope];
  if (planned === undefined) throw new TypeError(`The run has no scope "${scope}".`);
  const { around, inputs, secrets } = planned;
  return {
    inputs: around === null ? inputs : filledInputs(inputs, namesFor(state, around, expressions), expressions),
    steps: stepsIn(state, scope),
    run: factsOf(state),
    facts: state.plan.facts ?? {},
    channels: state.plan.channels ?? {},
    secrets: Object.keys(secrets),
  };
}

/** What waits for something that a step has yet to bring has no value so far, and does not keep others from having theirs. */
function filledInputs(inputs: JsonObject, names: ExpressionNames, expressions: Expressions): JsonObject {
  const fill = (value: JsonValue): JsonValue => {
    try {
      return expressions.fill(value, names);
    } catch (error) {
      if (error instanceof KnownError && error.code === 'expression.no-value') return null;
      throw error;
    }
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, fill(value)]));
}

function stepsIn(state: RunState, scope: string): JsonObject {
  const steps: Record<string, JsonValue> = {};
  for (const step of state.steps.values()) {
    if (step.plan.scope !== scope) continue;
    const named = namedStep(step);
    if (step.plan.register !== null) steps[step.plan.register] = named;
    steps[step.plan.id.slice(scope.length)] = named;
  }
  return steps;
}

/** `at`: when it came into its state, such as `steps.deactivate.at`. */
function namedStep({ state, outputs, confirmedBy, since }: StepState): JsonObject {
  return { ...outputs, state, outputs, confirmed_by: confirmedBy, at: since };
}

function factsOf({ id, plan, startedAt, startedBy }: RunState): JsonObject {
  const facts: Record<(typeof runFacts)[number], JsonValue> = {
    id,
    ...factsOfPlan(plan),
    started_at: startedAt,
    started_by: startedBy,
  };
  return facts;
}

/** What is known of a run before it begins. */
export function factsOfPlan({ playbook, version, mode, title, timezone }: RunPlan) {
  return { playbook, version, mode, title: { ...title }, timezone };
}

/** As `fillWhatIsKnown`, in both languages: days are written as each language writes them, `1. März 2027`, `1 March 2027`. */
export function fillForReaders(text: LocalText, names: ExpressionNames, expressions: Expressions): LocalText {
  // Said once for everybody, nobody knows in which language it is.
  const isSaidOnce = text.de === text.en;
  const shown = (language: FactLanguage): string =>
    fillWhatIsKnown(text[language], names, expressions, (value) =>
      !isSaidOnce && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayIn(language, value) : value,
    );
  return { de: shown('de'), en: shown('en') };
}

/**
 * A text for people to read before everything in it is known: what cannot be worked out yet stays as it was written.
 * Secrets are references, as always.
 */
export function fillWhatIsKnown(
  text: string,
  names: ExpressionNames,
  expressions: Expressions,
  write: (value: string) => string = (value) => value,
): string {
  return text.replace(/\$\{\{.*?\}\}/gs, (found) => {
    try {
      const value = expressions.fill(found, names);
      if (value === null) return found;
      return typeof value === 'object' ? JSON.stringify(value) : write(String(value));
    } catch (error) {
      if (error instanceof KnownError) return found;
      throw error;
    }
  });
}
