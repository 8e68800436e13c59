import { plainLine } from '../../base/text-columns.ts';
import type { LocalText } from '../../model/platform.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { Playbook, PlaybookInput } from '../../model/playbook/playbook.ts';
import type { RunPlan } from '../../model/run/run-plan.ts';
import { modeWords } from './draw-words.ts';
import { both, type KnownInputs, same } from './readable-values.ts';
import { type FactStep, factsOf } from './step-facts.ts';
import { ordered, type StepGraph } from './step-graph.ts';
import { kindOf } from './step-kind.ts';

/** A playbook as it is drawn; inputs stand with their defaults. */
export function graphOfPlaybook(playbook: Playbook): StepGraph {
  const { name, title, description, version, mode, inputs, roles, steps } = playbook;
  const defaults = Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.default]));
  return {
    title,
    description,
    about: about(name, version, mode),
    inputs: Object.entries(inputs).map(([key, input]) => ({ name: key, says: inputText(input) })),
    roles,
    steps: drawn(
      steps.map((step) => ({ ...step, conditions: step.if === null ? [] : [step.if] })),
      defaults,
    ),
  };
}

/** The plan of a run as it is drawn: used playbooks unrolled, inputs with their values. */
export function graphOfPlan(plan: RunPlan): StepGraph {
  const { playbook, title, version, mode, inputs, roles, steps } = plan;
  return {
    title,
    description: null,
    about: about(playbook, version, mode),
    inputs: Object.entries(inputs).map(([name, value]) => ({ name, says: same(valueText(value)) })),
    roles,
    steps: drawn(
      steps.map((step) => ({ ...step, conditions: step.conditions.map(({ expression }) => expression) })),
      inputs,
    ),
  };
}

function about(name: string, version: number, mode: Playbook['mode']): LocalText {
  const versions = { en: 'version', de: 'Version' };
  return both((language) => `${name}, ${versions[language]} ${version} · ${modeWords[mode][language]}`);
}

function drawn(steps: readonly FactStep[], inputs: KnownInputs): StepGraph['steps'] {
  return ordered(
    steps.map((step) => ({
      id: step.id,
      type: step.type,
      kind: kindOf(step.type),
      isIrreversible: step.irreversible,
      title: step.name === null ? same(step.id) : both((language) => same(step.name?.[language] ?? step.id)[language]),
      needs: step.needs,
      facts: factsOf(step, inputs),
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
