import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { eachStep, type LintRules } from './lint-subject.ts';

/** What steps bring about: probes that change something, effects that are brought about twice, secrets that others see. */
export const lintEffects: LintRules = (subject) =>
  eachStep(subject, (step, index) => [
    ...changingProbe(step, index),
    ...triedAgain(step, index),
    ...blocksOf(step, index).flatMap(secretArguments),
  ]);

function onlyReads(values: JsonObject): boolean {
  return ['GET', 'HEAD'].includes(String(values.method));
}

/** A probe is asked again and again, also before the step was done. */
function changingProbe({ id, probe }: PlaybookStep, index: number): readonly Remark[] {
  if (probe?.type !== 'http' || onlyReads(probe.with)) return [];
  const path = ['steps', index, 'probe', 'with', 'method'];
  const message = `The probe of step "${id}" would not only look: its method is ${String(probe.with.method)}.`;
  return [error('probe-changes', path, message, 'Use GET or HEAD, and what changes something in a step of its own.')];
}

/** Irreversible ones are refused elsewhere. */
function triedAgain(step: PlaybookStep, index: number): readonly Remark[] {
  if (step.retry === null || step.irreversible || step.with.idempotent === true) return [];
  const isEffect = step.type === 'command' || (step.type === 'http' && !onlyReads(step.with));
  if (!isEffect) return [];
  const message = `Step "${step.id}" is tried again, and nothing says that doing it twice does no harm.`;
  const fix = 'Add idempotent: true below with, if that is so; else take retry away.';
  return [warning('retry-twice', ['steps', index, 'retry'], message, fix, { at: 'key' })];
}

interface Block {
  readonly type: string;
  readonly values: JsonObject;
  readonly path: FilePath;
}

function blocksOf({ type, with: values, probe, compensate }: PlaybookStep, index: number): readonly Block[] {
  const inner = { probe, compensate };
  const below = Object.entries(inner).flatMap(([field, block]) =>
    block === null ? [] : [{ type: block.type, values: block.with, path: ['steps', index, field, 'with'] }],
  );
  return [{ type, values, path: ['steps', index, 'with'] }, ...below];
}

/** Everybody on a machine can list the programs that run, with their arguments. */
function secretArguments({ type, values, path }: Block): readonly Remark[] {
  const { args } = values;
  if (type !== 'command' || !Array.isArray(args)) return [];
  return (args as readonly JsonValue[]).flatMap((text, at) => {
    if (typeof text !== 'string' || !/\$\{\{[^}]*\bsecrets\b/i.test(text)) return [];
    const message = 'A secret stands among the arguments of a program, where everybody on the machine can read it.';
    return [error('secret-in-args', [...path, 'args', at], message, 'Give it to the program by env:.')];
  });
}
