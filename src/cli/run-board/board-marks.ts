import type { RunView, StepView } from '../../model/run/run-view.ts';
import type { Style } from '../style.ts';

export interface Mark {
  /** One column wide, told apart without colour and in any font. */
  readonly sign: string;
  readonly word: string;
  paint(text: string): string;
}

/** Where a step stands, as a sign and a word. */
export function markOf(step: StepView, { next, now, endedAt, lookedAt }: RunView, style: Style): Mark {
  const plain = (text: string): string => text;
  switch (step.state) {
    case 'succeeded':
      return { sign: '✓', word: 'done', paint: style.green };
    case 'running':
      return { sign: '▶', word: 'at work', paint: style.yellow };
    case 'compensating':
      return { sign: '◀', word: 'going back', paint: style.yellow };
    case 'waiting':
      return { sign: '●', word: waitingWord(step, lookedAt), paint: style.yellow };
    case 'in_doubt':
      return { sign: '?', word: 'IN DOUBT', paint: (text) => style.bold(style.red(text)) };
    case 'blocked':
      return { sign: '!', word: 'STUCK', paint: (text) => style.bold(style.red(text)) };
    case 'failed':
      return { sign: '✗', word: 'failed', paint: style.red };
    case 'skipped':
      return { sign: '-', word: 'left out', paint: style.dim };
    case 'cancelled':
      return { sign: '-', word: 'not done', paint: style.dim };
    case 'compensated':
      return { sign: '↶', word: 'taken back', paint: style.dim };
    case 'ready':
      return { sign: '○', word: 'can begin', paint: style.yellow };
    default:
      if (endedAt !== null) return { sign: '-', word: 'not done', paint: style.dim };
      return next.includes(step.id) && !now.includes(step.id)
        ? { sign: '○', word: 'next', paint: plain }
        : { sign: '·', word: 'later', paint: style.dim };
  }
}

function waitingWord({ isReleased, releasedUntil, isOverdue, waits }: StepView, lookedAt: string): string {
  if (isReleased) return releasedUntil !== null && releasedUntil <= lookedAt ? 'GO-AHEAD OVER' : 'go-ahead given';
  if (isOverdue) return 'OVERDUE';
  return waits === 'approval' ? 'to be approved' : 'waiting';
}
