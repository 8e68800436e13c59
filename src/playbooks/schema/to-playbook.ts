import type { JsonValue } from '../../model/playbook/json.ts';
import { type Playbook, type PlaybookInput, playbookModes } from '../../model/playbook/playbook.ts';
import { MODE_INPUT } from './playbook-schema.ts';
import { type RawConcurrency, type RawText, toGroup, toLocal, toLocalOrNull } from './raw-text.ts';
import { type RawStep, toStep } from './to-step.ts';

interface RawInput {
  readonly type: PlaybookInput['type'];
  readonly required: boolean;
  readonly default?: JsonValue;
  readonly description?: RawText;
  readonly choices?: readonly JsonValue[];
}

/** A playbook file as its schema lets it through; steps apart. */
export interface RawPlaybook {
  readonly name: string;
  readonly title: RawText;
  readonly description?: RawText;
  readonly version: number;
  readonly based_on?: Playbook['basedOn'];
  readonly mode: string;
  readonly part: boolean;
  readonly timezone?: string;
  readonly holidays?: string;
  readonly inputs?: Readonly<Record<string, RawInput>>;
  readonly roles?: readonly string[];
  readonly concurrency?: RawConcurrency;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

function toInput({ type, required, default: initial, description, choices }: RawInput): PlaybookInput {
  return {
    type,
    required,
    default: initial ?? null,
    description: toLocalOrNull(description),
    choices: choices ?? [],
  };
}

/** What an input offers that is no mode, the lint tells. */
function toModes(
  { mode }: RawPlaybook,
  inputs: readonly (readonly [string, PlaybookInput])[],
): Pick<Playbook, 'modes' | 'modeInput'> {
  const modeInput = MODE_INPUT.exec(mode)?.[1] ?? null;
  const choices = inputs.find(([name]) => name === modeInput)?.[1].choices ?? [];
  const said = modeInput === null ? [mode] : choices;
  return { modes: playbookModes.filter((one) => said.includes(one)), modeInput };
}

export function toPlaybook(raw: RawPlaybook, steps: readonly RawStep[]): Playbook {
  const inputs = Object.entries(raw.inputs ?? {}).map(([name, input]) => [name, toInput(input)] as const);
  return {
    name: raw.name,
    title: toLocal(raw.title),
    description: toLocalOrNull(raw.description),
    version: raw.version,
    ...(raw.based_on === undefined ? {} : { basedOn: raw.based_on }),
    ...toModes(raw, inputs),
    isPart: raw.part,
    timezone: raw.timezone ?? null,
    holidays: raw.holidays ?? null,
    inputs: Object.fromEntries(inputs),
    roles: raw.roles ?? [],
    concurrencyGroup: toGroup(raw.concurrency),
    secrets: raw.secrets ?? {},
    outputs: raw.outputs ?? {},
    steps: steps.map(toStep),
  };
}
