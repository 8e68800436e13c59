import type { JsonValue } from '../../model/playbook/json.ts';
import type { Playbook, PlaybookInput } from '../../model/playbook/playbook.ts';
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
  readonly mode: Playbook['mode'];
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

export function toPlaybook(raw: RawPlaybook, steps: readonly RawStep[]): Playbook {
  const inputs = Object.entries(raw.inputs ?? {}).map(([name, input]) => [name, toInput(input)] as const);
  return {
    name: raw.name,
    title: toLocal(raw.title),
    description: toLocalOrNull(raw.description),
    version: raw.version,
    mode: raw.mode,
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
