import { plainLine } from '../base/text-columns.ts';
import type { RunStateName } from '../model/run/run-state.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import type { ExitCode } from './command-spec.ts';
import { plural } from './format.ts';
import { deadlineOf, missingRole, momentOf, peopleOf } from './run-words.ts';

/**
 * What `run next` ends with: 0 when it has ended well or goes on by itself, 1 when it failed, was cancelled or
 * a step is blocked, 75 when it waits for a person or a date.
 */
export function movedCode({ run, steps }: Pick<RunView, 'run' | 'steps'>): ExitCode {
  const codes: Readonly<Record<RunStateName, ExitCode>> = {
    running: 0,
    waiting: 75,
    paused: 75,
    // In doubt it waits for somebody's word; blocked, something failed and nobody has said what becomes of it.
    needs_attention: steps.some(({ state }) => state === 'blocked') ? 1 : 75,
    succeeded: 0,
    failed: 1,
    cancelled: 1,
    rolled_back: 1,
  };
  return codes[run.state];
}

/**
 * What a command ends with by which somebody said something: it was recorded, whatever else is wrong with the run. 75 when the
 * run waits for a person or a date, else 0.
 */
export function recordedCode({ run, endedAt }: Pick<RunView, 'run' | 'endedAt'>): 0 | 75 {
  return endedAt !== null || run.state === 'running' ? 0 : 75;
}

export const recordedExitCodes = {
  0: 'recorded; the run goes on without anybody, or has ended',
  1: 'failed; the message says whether anything was recorded',
  2: 'wrong use or settings; nothing was recorded',
  75: 'recorded; the run waits for a person or a date, and one line on stderr says for whom or when',
} as const;

export const movedExitCodes = {
  0: 'the run has ended well, or goes on without anybody',
  1: 'failed: a step is blocked, or the run failed or was cancelled',
  2: 'wrong use or settings; nothing was recorded',
  75: 'the run waits for a person or a date; one line on stderr says for whom or when',
} as const;

const SHOWN_STEPS = 3;

/** One line that says for whom or what a run waits; undefined when it does not wait. */
export function waitingLine(view: RunView): string | undefined {
  if (view.endedAt !== null) return undefined;
  if (view.paused) return 'The run is paused; it goes on with: lastpost run resume';
  const waiting = view.steps.filter(({ state }) => ['waiting', 'in_doubt', 'blocked', 'compensating'].includes(state));
  if (waiting.length === 0) return undefined;
  const shown = [...waiting].sort(bySoonest).slice(0, SHOWN_STEPS);
  const more = waiting.length - shown.length;
  const parts = shown.map((step) => partOf(step, view));
  return `Waits ${parts.join('; ')}${more === 0 ? '' : `; and ${plural(more, 'more step')}`}.`;
}

/** People before dates, and the nearest date first. */
function bySoonest(a: StepView, b: StepView): number {
  return dateOf(a).localeCompare(dateOf(b));
}

function dateOf({ waits, timerAt }: StepView): string {
  return waits === 'timer' || waits === 'back-off' ? (timerAt ?? '9999') : '';
}

function partOf(step: StepView, view: RunView): string {
  const what = plainLine(step.id);
  if (step.state === 'blocked') return `for somebody who says what becomes of ${what}, which failed`;
  if (step.state === 'in_doubt') return doubtPart(step, what);
  if (step.state === 'compensating') return `for ${whoOf(step)} to undo ${what}`;
  switch (step.waits) {
    case 'approval':
      return `for the approval of ${what} by ${whoOf(step)}`;
    case 'timer':
      return step.timerAt === null
        ? `for ${what}; lastpost run next looks at it`
        : `until ${zoned(step.timerAt, view)} (${what})`;
    case 'back-off':
      return `until ${step.timerAt === null ? 'later' : zoned(step.timerAt, view)} to try ${what} again`;
    case 'lock':
      return `for the run ${view.lockedBy ?? 'that is at it'} (${what})`;
    default: {
      if (!isByHand(step)) return `for ${what}${because(step)}`;
      const due = step.dueAt === null ? '' : `, due ${deadlineOf(step.dueAt, view)} ${view.timezone}`;
      return `for ${whoOf(step)} to do ${what}${due}${step.isOverdue ? ' (overdue)' : ''}`;
    }
  }
}

/** Whether it waits for somebody's hands, and not for what it looks at. */
export function isByHand({ type, byHandBecause, isReleased, isIrreversible }: StepView): boolean {
  return type === 'manual' || byHandBecause !== null || isReleased || isIrreversible;
}

function doubtPart(step: StepView, what: string): string {
  if (step.waits === 'second-person') return `for a second person who agrees that ${what} was not done`;
  return `for somebody who knows whether ${what} was done`;
}

/** The line may be read in a log, far from the run. */
function zoned(iso: string, view: RunView): string {
  return `${momentOf(iso, view)} ${view.timezone}`;
}

function whoOf(step: StepView): string {
  return peopleOf(step) ?? `somebody who is ${missingRole(step)}`;
}

function because({ reason }: StepView): string {
  return reason === null ? '' : `: ${plainLine(reason).replace(/\.$/, '')}`;
}
