import { plainLine } from '../base/text-columns.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import { type Score, type ScoreGap, scoreOf } from '../model/run/score.ts';

/** What a step has counted; null for every other step, and before it has. */
export function scoreOfStep({ type, state, outputs }: StepView): Score | null {
  return type === 'score' && state === 'succeeded' ? scoreOf(outputs) : null;
}

/** `14 of 18 points (77 %), which is not enough: 15 are wanted`. */
export function scoreText({ points, of, percent, pass, passed }: Score): string {
  const count = `${points} of ${of} points (${percent} %)`;
  return `${count}, ${passed ? 'which is enough' : `which is not enough: ${pass} are wanted`}`;
}

/** `"Who runs the shop" (shop), answered partly: Move it first.` */
export function gapText({ step, answer, todo }: ScoreGap, counting: StepView, { steps }: RunView): string {
  // Named as in the counting step's own playbook.
  const scope = counting.id.slice(0, counting.id.lastIndexOf('/') + 1);
  const title = plainLine(steps.find(({ id }) => id === scope + step)?.title.en ?? '');
  const named = title === '' || title === step ? `"${step}"` : `"${title}" (${step})`;
  const said = answer === null ? 'not answered' : `answered "${plainLine(answer)}"`;
  return `${named}, ${said}${todo === null ? '' : `: ${plainLine(todo.en)}`}`;
}
