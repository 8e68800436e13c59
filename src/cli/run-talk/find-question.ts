import type { RunView, StepView } from '../../model/run/run-view.ts';
import { isByHand } from '../run-waiting.ts';

/** What somebody is asked about a step. `do` is also asked after a release: how it ended. */
export type QuestionKind = 'do' | 'undo' | 'release' | 'approve' | 'doubt' | 'agree' | 'blocked';

export interface Question {
  readonly kind: QuestionKind;
  readonly step: StepView;
  /** The same for the same question. */
  readonly key: string;
}

/** The first step of a run, in the plan's order, that this person can answer now; undefined when there is none. */
export function findQuestion(view: RunView, person: string, asked: ReadonlySet<string>): Question | undefined {
  if (view.endedAt !== null || view.paused) return undefined;
  for (const step of view.steps) {
    const kind = kindOf(step, person);
    const key = `${kind} ${step.id} ${step.attempt}`;
    if (kind !== undefined && mayAnswer(step, person) && !asked.has(key)) return { kind, step, key };
  }
  return undefined;
}

function kindOf(step: StepView, person: string): QuestionKind | undefined {
  switch (step.state) {
    case 'blocked':
      return 'blocked';
    case 'in_doubt':
      if (step.waits !== 'second-person') return 'doubt';
      return step.resolutions.at(-1)?.person === person ? undefined : 'agree';
    case 'compensating':
      return 'undo';
    case 'waiting':
      if (step.waits === 'approval') return 'approve';
      if (step.waits !== 'input' || !isByHand(step)) return undefined;
      return step.isIrreversible && !step.isReleased ? 'release' : 'do';
    default:
      return undefined;
  }
}

/** Where nobody is named anybody may speak, but for approvals: there it means that nobody has the role. */
function mayAnswer({ waitingOn, assignee, approval }: StepView, person: string): boolean {
  if (waitingOn.length === 0) return assignee === null && approval === null;
  return waitingOn.some(({ id }) => id === person);
}
