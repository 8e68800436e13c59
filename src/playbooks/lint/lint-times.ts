import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import { hasExpression } from '../expressions/split-text.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { DATE, DURATION } from '../schema/values.ts';
import { stepSchemas } from '../step-schemas.ts';
import { fixedMs, inputsInDate, isDuration, isZeroDuration, withStandIns } from '../time-words.ts';
import { nameRemark } from './known-names.ts';
import { eachStep, type LintRules, type LintSubject, type RawBlock } from './lint-subject.ts';

/** Durations, dates and what hangs on them. */
export const lintTimes: LintRules = (subject) =>
  eachStep(subject, (step, index) => {
    const raw = (subject.values.steps as readonly RawBlock[])[index] ?? {};
    return [
      ...durationsOf(step, index).flatMap(durationRemarks),
      ...datesOf(raw, index).flatMap((date) => dateRemarks(date, step, subject)),
      ...waitRemarks(step, raw, index),
      ...withoutDate(step, raw, index),
      ...delayRemarks(raw, index),
    ];
  });

interface TimeText {
  readonly path: FilePath;
  readonly text: string;
  /** Over at once, it would make no sense. */
  readonly isLimit: boolean;
}

function durationsOf(step: PlaybookStep, index: number): readonly TimeText[] {
  const at = (field: string, text: unknown, isLimit: boolean): readonly TimeText[] =>
    typeof text === 'string' ? [{ path: ['steps', index, ...field.split('.')], text, isLimit }] : [];
  const inWith = step.type === 'uses' ? [] : stepSchemas[step.type].durations;
  return [
    ...at('timeout', step.timeout, true),
    ...at('expires', step.expires, true),
    ...at('effort', step.effort, false),
    ...at('takes', step.takes, false),
    ...at('duration', step.wait?.duration, false),
    ...step.remind.flatMap((text) => at('remind', text, false)),
    ...inWith.flatMap((field) => at(`with.${field}`, step.with[field], true)),
  ];
}

function durationRemarks({ path, text, isLimit }: TimeText): readonly Remark[] {
  const field = String(path.at(-1));
  if (hasExpression(text) && withStandIns(text, '').trim() === '') return [];
  const looked = withStandIns(text, '1');
  if (!isDuration(looked)) {
    const message = `"${text}" is no duration, for ${field}.`;
    return [error('bad-duration', path, message, `Write ${DURATION}.`, { words: text, ...nearDuration(text) })];
  }
  if (!isLimit || !isZeroDuration(looked)) return [];
  const message = `The ${field} is ${text}, so that it is over before anything can be done.`;
  return [error('zero-timeout', path, message, `Write ${DURATION}, or take it away.`, { words: text })];
}

/** `14` and `14 days` are nearly one. */
function nearDuration(text: string): Pick<Remark, 'swap'> {
  const match = /^(\d+)\s*(?:(days?|tage?n?)|(hours?|stunden?)|(minutes?|minuten?|mins)|(weeks?|wochen?))$/i.exec(
    text.trim(),
  );
  if (match === null) return {};
  const unit = ['d', 'h', 'm', 'w'][match.slice(2).findIndex((word) => word !== undefined)];
  return { swap: { wrong: text, right: `${match[1]}${unit}` } };
}

function datesOf(raw: RawBlock, index: number): readonly TimeText[] {
  return ['due', 'until', 'date'].flatMap((field) => {
    const text = raw[field];
    return typeof text === 'string' ? [{ path: ['steps', index, field], text, isLimit: false }] : [];
  });
}

function dateRemarks({ path, text }: TimeText, step: PlaybookStep, subject: LintSubject): readonly Remark[] {
  const inputs = inputsInDate(text);
  if (inputs === undefined) return [wrongDate(path, text, subject)];
  return inputs.flatMap((name) => inputRemarks(name, path, step, subject));
}

function inputRemarks(name: string, path: FilePath, step: PlaybookStep, subject: LintSubject): readonly Remark[] {
  const type = subject.playbook.inputs[name]?.type;
  if (type === 'date') return [];
  if (type !== undefined) {
    const message = `A date is reckoned from the input "${name}", which is of type ${type}.`;
    return [error('bad-date', path, message, 'Give it the type date, or reckon from another.', { words: name })];
  }
  const names = { subject, step: step.id, steps: 'none' } as const;
  const remark = nameRemark(['inputs', name], path, names);
  return remark === undefined ? [] : [{ ...remark, words: name }];
}

/** What a step brought can be a date as well, in an expression: only inputs stand there by their bare names. */
function wrongDate(path: FilePath, text: string, { playbook }: LintSubject): Remark {
  const name = /^(?:steps\.)?([a-z][\w-]*)\.[\w.-]+/.exec(text.trim());
  if (name !== null && playbook.steps.some(({ id, register }) => id === name[1] || register === name[1])) {
    const right = `"\${{ ${name[0]} }}${text.trim().slice(name[0].length)}"`;
    const message = `"${text}" names a step, and only inputs stand in a date by their bare names.`;
    return error('bad-date', path, message, `Write ${right}.`, { words: text, swap: { wrong: text, right } });
  }
  return error('bad-date', path, `"${text}" is no date.`, `Write ${DATE}.`, { words: text });
}

function waitRemarks({ id, wait }: PlaybookStep, raw: RawBlock, index: number): readonly Remark[] {
  if (wait === null) return [];
  const said = ['duration', 'until', 'date', 'condition'].filter((field) => raw[field] !== undefined).length;
  if (said === 1) return [];
  const message =
    said === 0 ? `Step "${id}" waits, and it is not said for what.` : `Step "${id}" waits for several things at once.`;
  return [
    error('wait-without-date', ['steps', index], message, 'Give it exactly one of duration, until and condition.'),
  ];
}

function withoutDate(step: PlaybookStep, raw: RawBlock, index: number): readonly Remark[] {
  const isDated = step.due !== null || step.timeout !== null || (step.wait !== null && step.wait.condition === null);
  const remarks: Remark[] = [];
  if (step.remind.length > 0 && !isDated) {
    const message = `Step "${step.id}" reminds people of a date that it does not have.`;
    remarks.push(warning('no-date', ['steps', index, 'remind'], message, 'Add due: or timeout:, or take remind away.'));
  }
  if (raw.on_timeout !== undefined && step.timeout === null) {
    const message = `Step "${step.id}" says what happens after a timeout that it does not have.`;
    remarks.push(warning('no-date', ['steps', index, 'on_timeout'], message, 'Add timeout:, or take on_timeout away.'));
  }
  return remarks;
}

/** The pause before another attempt is measured by the clock, so that months and working days say nothing. */
function delayRemarks(raw: RawBlock, index: number): readonly Remark[] {
  const delay = (raw.retry as RawBlock | undefined)?.delay;
  if (typeof delay !== 'string' || fixedMs(delay) !== undefined) return [];
  const path = ['steps', index, 'retry', 'delay'];
  return [error('bad-duration', path, `"${delay}" is no pause.`, 'Write it like 30s, 5m or 1h.', { words: delay })];
}
