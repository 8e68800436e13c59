import { plainLine } from '../../base/text-columns.ts';
import type { LocalText } from '../../model/platform.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { Playbook, PlaybookInput } from '../../model/playbook/playbook.ts';
import type { PlannedStep, RunPlan } from '../../model/run/run-plan.ts';
import { unroll } from '../plan/unroll.ts';
import type { ResolvedPlaybook } from '../resolve-uses.ts';
import { modeWords } from './draw-words.ts';
import { both, type KnownInputs, readable, same } from './readable-values.ts';
import { factsOf } from './step-facts.ts';
import { ordered, type StepGraph } from './step-graph.ts';
import { kindOf } from './step-kind.ts';

/**
 * A playbook as it is drawn: those it uses stand in their place, so that no point of no return is hidden in one, and inputs
 * stand with their defaults.
 */
export function graphOfPlaybook(playbook: Playbook, uses: ResolvedPlaybook['uses'] = new Map()): StepGraph {
  const { name, title, description, version, modes, inputs } = playbook;
  const resolved: ResolvedPlaybook = { playbook, source: { name, text: '' }, uses };
  return {
    title,
    description,
    about: about(name, version, modes),
    inputs: Object.entries(inputs).map(([key, input]) => ({ name: key, says: inputText(input) })),
    roles: rolesOf(resolved),
    steps: drawn(
      unroll(resolved).map(({ step }) => step),
      inputsByScope(resolved, '', {}, {}),
    ),
  };
}

/** The plan of a run as it is drawn, with the values of its inputs. */
export function graphOfPlan(plan: RunPlan): StepGraph {
  const { playbook, title, version, mode, inputs, roles, steps, scopes } = plan;
  const known = (scope: string): KnownInputs => {
    const { inputs: own = {}, around = null } = scopes[scope] ?? {};
    return around === null ? own : filled(own, known(around));
  };
  return {
    title,
    description: null,
    about: about(playbook, version, [mode]),
    inputs: Object.entries(inputs).map(([name, value]) => ({ name, says: same(valueText(value)) })),
    roles,
    steps: drawn(steps, Object.fromEntries(Object.keys(scopes).map((scope) => [scope, known(scope)]))),
  };
}

type ScopedInputs = Readonly<Record<string, KnownInputs>>;

/** What is known of the inputs of a playbook and of those it uses: defaults, and what the step that uses it gives. */
function inputsByScope(
  { playbook, uses }: ResolvedPlaybook,
  scope: string,
  given: KnownInputs,
  around: KnownInputs,
): ScopedInputs {
  const own = Object.entries(playbook.inputs).map(([name, input]) => [name, given[name] ?? input.default] as const);
  const known = filled(Object.fromEntries(own), around);
  const inner = playbook.steps.flatMap((step) => {
    const used = uses.get(step.id);
    return used === undefined ? [] : Object.entries(inputsByScope(used, `${scope}${step.id}/`, step.with, known));
  });
  return { [scope]: known, ...Object.fromEntries(inner) };
}

function filled(inputs: KnownInputs, around: KnownInputs): KnownInputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('${{') ? readable(value, around) : value,
    ]),
  );
}

function rolesOf({ playbook, uses }: ResolvedPlaybook): readonly string[] {
  return [...new Set([...playbook.roles, ...[...uses.values()].flatMap(rolesOf)])];
}

function about(name: string, version: number, modes: Playbook['modes']): LocalText {
  const versions = { en: 'version', de: 'Version' };
  return both(
    (language) =>
      `${name}, ${versions[language]} ${version} · ${modes.map((mode) => modeWords[mode][language]).join(' | ')}`,
  );
}

function drawn(steps: readonly PlannedStep[], inputs: ScopedInputs): StepGraph['steps'] {
  return ordered(
    steps.map((step) => ({
      id: step.id,
      type: step.type,
      kind: kindOf(step.type),
      isIrreversible: step.irreversible,
      title: step.name === null ? same(step.id) : both((language) => plainLine(step.name?.[language] ?? '') || step.id),
      needs: step.needs,
      facts: factsOf(step, inputs[step.scope] ?? {}),
      stands: null,
    })),
  );
}

const types = {
  string: { en: 'text', de: 'Text' },
  integer: { en: 'whole number', de: 'ganze Zahl' },
  boolean: { en: 'yes or no', de: 'ja oder nein' },
  date: { en: 'day', de: 'Tag' },
  channel: { en: 'channel', de: 'Kanal' },
} as const;

const words = {
  en: { oneOf: 'one of', otherwise: 'else', optional: 'may be left out', required: 'required' },
  de: { oneOf: 'eines von', otherwise: 'sonst', optional: 'kann fehlen', required: 'nötig' },
} as const;

function inputText({ type, required, default: initial, choices, description }: PlaybookInput): LocalText {
  return both((language) => {
    const { oneOf, otherwise, optional, required: needed } = words[language];
    const what = choices.length === 0 ? types[type][language] : `${oneOf} ${choices.map(valueText).join(', ')}`;
    const unset = required ? needed : optional;
    const when = initial === null ? unset : `${otherwise} ${valueText(initial)}`;
    return plainLine([`${what}, ${when}`, ...(description === null ? [] : [description[language]])].join(': '));
  });
}

function valueText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
