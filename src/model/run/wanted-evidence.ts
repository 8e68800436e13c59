import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { EvidenceKind, EvidenceSpec } from '../playbook/playbook.ts';
import { chosenOf } from './answers.ts';
import type { PlannedStep } from './run-plan.ts';
import type { EvidenceInput } from './run-requests.ts';
import type { StepEvidence } from './run-state.ts';

/** Something handed in, with what of the step's evidence it is; `id` null for what nothing asked for. */
export interface MatchedEvidence {
  readonly id: string | null;
  readonly input: EvidenceInput;
}

export interface EvidenceMatch {
  readonly matched: readonly MatchedEvidence[];
  /** Required and still not there when all of `matched` is kept. */
  readonly missing: readonly EvidenceSpec[];
}

/**
 * Finds for what a person hands in which of the step's evidence it is: by its id, else the first of its kind that is still
 * wanted, else the first that takes any kind. What nothing asks for is kept besides.
 * @param have what was handed in before and still counts
 * Of a text with choices the one that was meant is handed on as the playbook writes it.
 * @throws KnownError `evidence.unknown`, `evidence.wrong-kind`, `evidence.no-choice`
 */
export function evidenceFor(
  step: Pick<PlannedStep, 'id' | 'evidence'>,
  have: readonly Pick<StepEvidence, 'id'>[],
  inputs: readonly EvidenceInput[],
): EvidenceMatch {
  const there = new Set(have.flatMap(({ id }) => (id === null ? [] : [id])));
  for (const { id, kind } of inputs) {
    if (id === null) continue;
    refuseOtherKind(specOf(step, id), kind);
    there.add(id);
  }
  const matched = inputs.map((input) => {
    const id = input.id ?? firstWanted(step.evidence, there, input.kind)?.id ?? null;
    if (id !== null) there.add(id);
    return {
      id,
      input: asChosen(
        step.evidence.find((spec) => spec.id === id),
        input,
      ),
    };
  });
  const missing = step.evidence.filter(({ id, required }) => required && !there.has(id));
  const [spare] = matched.filter(({ id }) => id === null);
  const [lacking] = missing;
  // Whoever hands in an address where a screenshot is wanted means it to be the screenshot.
  if (spare !== undefined && lacking !== undefined) refuseOtherKind(lacking, spare.input.kind);
  return { matched, missing };
}

/** @returns KnownError `evidence.missing`, with ids and kinds; null when nothing is */
export function missingEvidence(step: string, missing: readonly EvidenceSpec[]): KnownError | null {
  const [first] = missing;
  if (first === undefined) return null;
  const list = missing.map(inWords).join(', ');
  return new KnownError(
    'evidence.missing',
    `"${step}" is not shown yet: ${list} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    {
      hint: `Hand it in with it: ${exampleOf(first)}`,
      exitCode: 2,
    },
  );
}

const kindWords: Readonly<Record<EvidenceKind, string>> = { file: 'a file', url: 'an address', text: 'a text' };

const examples: Readonly<Record<EvidenceKind, string>> = {
  file: 'screenshot.png',
  url: 'https://example.org/page',
  text: '"text:what was seen"',
};

function exampleOf({ id, kind, choices }: EvidenceSpec): string {
  const [first] = choices ?? [];
  return first === undefined ? `--evidence ${id}=${examples[kind ?? 'file']}` : `--text ${id}=${inShell(first)}`;
}

function inShell(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}

/** @throws KnownError `evidence.no-choice` */
function asChosen(spec: EvidenceSpec | undefined, input: EvidenceInput): EvidenceInput {
  if (spec?.choices === undefined) return input;
  const chosen = chosenOf(spec.choices, input.value);
  if (chosen !== undefined) return { ...input, value: chosen };
  const near = closestMatch(input.value, spec.choices);
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  throw new KnownError('evidence.no-choice', `"${input.value}" is none of the answers to "${spec.id}".`, {
    hint: `${meant}Choose one of: ${spec.choices.join(', ')}.`,
    exitCode: 2,
  });
}

function inWords({ id, kind, choices }: EvidenceSpec): string {
  if (choices !== undefined) return `${id} (one of: ${choices.join(', ')})`;
  return `${id} (${kind === null ? 'a file, an address or a text' : kindWords[kind]})`;
}

function firstWanted(
  specs: readonly EvidenceSpec[],
  there: ReadonlySet<string>,
  kind: EvidenceKind,
): EvidenceSpec | undefined {
  const wanted = specs.filter(({ id }) => !there.has(id));
  return wanted.find((spec) => spec.kind === kind) ?? wanted.find((spec) => spec.kind === null);
}

function specOf({ id: step, evidence }: Pick<PlannedStep, 'id' | 'evidence'>, wanted: string): EvidenceSpec {
  const spec = evidence.find(({ id }) => id === wanted);
  if (spec !== undefined) return spec;
  const ids = evidence.map(({ id }) => id);
  const near = closestMatch(wanted, ids);
  const meant = near === undefined ? '' : `Did you mean "${near}"? `;
  throw new KnownError('evidence.unknown', `"${step}" asks for no evidence called "${wanted}".`, {
    hint:
      ids.length === 0
        ? 'Leave the name out: it asks for none, and keeps what is handed in.'
        : `${meant}It asks for: ${evidence.map(inWords).join(', ')}.`,
    exitCode: 2,
  });
}

function refuseOtherKind(spec: EvidenceSpec, kind: EvidenceKind): void {
  if (spec.kind === null || spec.kind === kind) return;
  throw new KnownError(
    'evidence.wrong-kind',
    `"${spec.id}" wants ${kindWords[spec.kind]}, and ${kindWords[kind]} was handed in.`,
    {
      hint: `Hand in ${kindWords[spec.kind]}: ${exampleOf(spec)}`,
      exitCode: 2,
    },
  );
}
