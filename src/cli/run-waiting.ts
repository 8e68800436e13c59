import type { RunStateName } from '../model/run/run-state.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import type { ExitCode } from './command-spec.ts';
import { oneLine } from './cut-text.ts';
import { plural } from './format.ts';

/**
 * What a command ends with that moved a run: 0 when it has ended well or goes on by itself, 1 when it failed, was cancelled or
 * a step is blocked, 75 when it waits for a person or a date.
 */
export function exitCodeOf({ run, steps }: Pick<RunView, 'run' | 'steps'>): ExitCode {
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
  const what = oneLine(step.id);
  if (step.state === 'blocked') return `for somebody who says what becomes of ${what}, which failed`;
  if (step.state === 'in_doubt') return doubtPart(step, what);
  if (step.state === 'compensating') return `for ${peopleOf(step)} to undo ${what}`;
  switch (step.waits) {
    case 'approval':
      return `for the approval of ${what} by ${peopleOf(step)}`;
    case 'timer':
      return step.timerAt === null ? `for ${what}${because(step)}` : `until ${localTime(step.timerAt, view)} (${what})`;
    case 'back-off':
      return `until ${step.timerAt === null ? 'later' : localTime(step.timerAt, view)} to try ${what} again`;
    case 'lock':
      return `for the run ${view.lockedBy ?? 'that is at it'} (${what})`;
    default: {
      if (!isByHand(step)) return `for ${what}${because(step)}`;
      const due = step.dueAt === null ? '' : `, due ${localTime(step.dueAt, view)}`;
      return `for ${peopleOf(step)} to do ${what}${due}${step.isOverdue ? ' (overdue)' : ''}`;
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

function because({ reason }: StepView): string {
  return reason === null ? '' : `: ${oneLine(reason).replace(/\.$/, '')}`;
}

function peopleOf({ waitingOn, assignee, approval }: StepView): string {
  const names = waitingOn.map(({ name, role }) => oneLine(role === null ? name : `${name} (${role})`));
  if (names.length > 0) return names.length > 4 ? `${names.slice(0, 3).join(', ')} and others` : names.join(' or ');
  const roles = approval?.roles ?? (assignee === null ? [] : [assignee]);
  return roles.length === 0 ? 'anybody' : `somebody who is ${roles.map(oneLine).join(' or ')}`;
}

/** `2026-12-20 10:00`, on the clocks of the run's zone, which is named. */
export function localTime(iso: string, { timezone }: Pick<RunView, 'timezone'>): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute} ${timezone}`;
}
