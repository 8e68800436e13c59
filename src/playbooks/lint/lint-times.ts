import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import { hasExpression } from '../expressions/split-text.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { DATE, DURATION } from '../schema/values.ts';
import { stepSchemas } from '../step-schemas.ts';
import { fixedMs, isDuration, isZeroDuration, parseDateText, withStandIns } from '../time-words.ts';
import { nameRemark } from './known-names.ts';
import { eachStep, type LintRules, type LintSubject, type RawBlock } from './lint-subject.ts';

/** Durations, dates and what hangs on them. */
export const lintTimes: LintRules = (subject) =>
  eachStep(subject, (step, index) => {
    const raw = (subject.values.steps as readonly RawBlock[])[index] ?? {};
    return [
      ...durationsOf(step, index).flatMap(durationRemarks),
      ...datesOf(raw, index).flatMap((date) => dateRemarks(date, step, subject)),
      ...waitRemarks(step, index),
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
  const date = parseDateText(withStandIns(text, '2026-01-01'));
  if (date === undefined) {
    const hint = isDuration(text) ? `Reckon it from a day: last_day + ${text}.` : `Write ${DATE}.`;
    return [error('bad-date', path, `"${text}" is no date.`, hint, { words: text })];
  }
  if (date.kind === 'day') return [];
  const close = tooClose(text);
  if (close !== undefined) {
    const fix = 'Put blanks around the sign: a name may have a hyphen in it.';
    return [
      error('bad-date', path, `"${text}" is read as one name.`, fix, {
        words: text,
        swap: { wrong: text, right: close },
      }),
    ];
  }
  const words = date.base.split('.');
  const remark = nameRemark(words, path, { subject, step: step.id, steps: 'before' });
  return remark === undefined ? inputRemarks(words, path, subject) : [remark];
}

/** `last_day-31d` → `last_day - 31d`. */
function tooClose(text: string): string | undefined {
  const match = /^([a-z][\w.]*)([+-])(\d+[a-z]+)$/.exec(text.trim());
  return match === null || !isDuration(match[3] ?? '') ? undefined : match.slice(1).join(' ');
}

/** An input from which a date is reckoned has to be one. */
function inputRemarks(words: readonly string[], path: FilePath, { playbook }: LintSubject): readonly Remark[] {
  const [root = '', second] = words;
  const name = root === 'inputs' ? (second ?? '') : root;
  const type = words.length > 2 ? undefined : playbook.inputs[name]?.type;
  if (type === undefined || type === 'date') return [];
  const message = `A date is reckoned from the input "${name}", which is of type ${type}.`;
  return [error('bad-date', path, message, `Give it the type date, or reckon from another.`, { words: name })];
}

function waitRemarks({ id, wait }: PlaybookStep, index: number): readonly Remark[] {
  if (wait === null) return [];
  const said = [wait.duration, wait.until, wait.condition].filter((one) => one !== null).length;
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
