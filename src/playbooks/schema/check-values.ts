import type { z } from 'zod';
import { closestMatch } from '../../base/closest-match.ts';
import { type Playbook, type StepTypeName, stepTypes } from '../../model/playbook/playbook.ts';
import { error, type FilePath, meant, type Remark } from '../remark.ts';
import { issueRemarks } from './issue-remarks.ts';
import { rootSchema } from './playbook-schema.ts';
import { steps as stepSchemas } from './step-schema.ts';
import { type RawPlaybook, toPlaybook } from './to-playbook.ts';
import type { RawStep } from './to-step.ts';

export interface CheckedValues {
  /** null when a remark is an error. */
  readonly playbook: Playbook | null;
  readonly remarks: readonly Remark[];
}

/** Checks plain values against the format, each step by the schema of its type, and turns them into a playbook. */
export function checkValues(values: unknown): CheckedValues {
  const whole = parse(values, rootSchema, [], 'the playbook');
  const listed = (values as { readonly steps?: unknown } | null)?.steps;
  const steps = Array.isArray(listed) ? listed.map(checkStep) : [];
  const remarks = [whole, ...steps].flatMap((one) => one.remarks);
  if (remarks.length > 0) return { playbook: null, remarks };
  const raw = steps.map(({ data }) => data as RawStep);
  return { playbook: toPlaybook(whole.data as RawPlaybook, raw), remarks };
}

interface Parsed {
  readonly data: unknown;
  readonly remarks: readonly Remark[];
}

function parse(values: unknown, schema: z.ZodType, base: FilePath, whose: string): Parsed {
  const result = schema.safeParse(values);
  if (result.success) return { data: result.data, remarks: [] };
  return { data: null, remarks: issueRemarks(result.error.issues, { values, schema, base, whose }) };
}

function checkStep(values: unknown, index: number): Parsed {
  const base = ['steps', index];
  const step = isBlock(values) ? values : {};
  const whose = typeof step.id === 'string' ? `step "${step.id}"` : `step ${index + 1}`;
  if (!isBlock(values)) {
    const message = `${whose.replace('s', 'S')} is no block of keys.`;
    return wrong(error('wrong-value', base, message, 'Write it as {id: …, type: …}.'));
  }
  if ('uses' in step && !('type' in step)) return parse(values, stepSchemas.uses, base, whose);
  const { type } = step;
  if (isStepType(type)) return parse(values, stepSchemas[type], base, whose);
  return wrong(typeRemark(type, base, whose));
}

function typeRemark(type: unknown, base: FilePath, whose: string): Remark {
  if (type === undefined) {
    const message = `The type of ${whose} is missing.`;
    return error('missing-field', base, message, `Add type: with one of: ${stepTypes.join(', ')}.`);
  }
  const near = closestMatch(String(type), stepTypes);
  const swap = near === undefined ? {} : { swap: { wrong: String(type), right: near } };
  const message = `No type of step is called "${String(type)}", as ${whose} says.`;
  return error('unknown-type', [...base, 'type'], message, meant(near, 'type', stepTypes), swap);
}

function wrong(remark: Remark): Parsed {
  return { data: null, remarks: [remark] };
}

function isBlock(values: unknown): values is Readonly<Record<string, unknown>> {
  return typeof values === 'object' && values !== null && !Array.isArray(values);
}

function isStepType(type: unknown): type is StepTypeName {
  return stepTypes.some((known) => known === type);
}
