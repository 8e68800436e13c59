import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { askedOf } from '../../model/run/view-step.ts';
import { isLooking, listed, momentOf, peopleOf, quoted, titleOf, untilOf } from '../run-words.ts';
import { scoreOfStep, scoreText } from '../score-words.ts';

type Line = readonly [label: string, text: string];

const MOST_STEPS = 3;

/** What else is open, what comes next, when it ends, and whether it can be undone. */
export function outlook(view: RunView, others: readonly StepView[]): readonly Line[] {
  const undo: Line = ['Can it be undone', undoText(view)];
  if (view.endedAt !== null) return [...scoreLines(view), ...overrideLines(view), undo];
  return [
    ...(others.length === 0 ? [] : [['Also open', alsoText(others, view)] as const]),
    ...scoreLines(view),
    ['What comes next', nextText(view)],
    ['When it ends', endText(view)],
    undo,
    ...overrideLines(view),
  ];
}

/** The last that was counted; every gap stands in the status. */
function scoreLines({ steps, run }: RunView): readonly Line[] {
  const counting = steps.findLast((step) => scoreOfStep(step) !== null);
  const score = counting === undefined ? null : scoreOfStep(counting);
  if (score === null) return [];
  const gaps = score.gaps.length === 1 ? '1 gap' : `${score.gaps.length} gaps`;
  const more = score.gaps.length === 0 ? '' : ` ${gaps}, each with what to do: lastpost run status ${run.id}`;
  return [['Answers', `${scoreText(score)}.${more}`]];
}

function alsoText(others: readonly StepView[], view: RunView): string {
  const shown = others.slice(0, 2).map((step) => `"${titleOf(step)}" ${stateText(step, view)}`);
  const more = others.length - shown.length;
  return `${shown.join('; ')}${more === 0 ? '' : `; and ${more} more`}.`;
}

function stateText(step: StepView, view: RunView): string {
  if (isLooking(step)) return 'waits until it is so';
  switch (step.waits) {
    case 'input':
    case 'approval':
      return `waits for ${peopleOf(step) ?? 'a role that nobody has'}${step.isOverdue ? ', overdue' : ''}`;
    case 'timer':
    case 'back-off':
      return step.timerAt === null ? 'waits' : `goes on ${untilOf(step.timerAt, view)}`;
    case 'lock':
      return 'waits for another run';
    case 'second-person':
      return 'waits for a second person';
    default:
      return step.state === 'blocked' ? 'failed' : step.state === 'ready' ? readyText(step) : 'is at work';
  }
}

/** What people do is never ready by itself, unless its condition says that it is not to be done. */
function readyText({ type }: StepView): string {
  return askedOf(type) !== undefined ? 'is not needed' : 'can begin';
}

function nextText({ next, steps }: RunView): string {
  if (next.length === 0) return 'Nothing: with this it is at its end.';
  const byId = new Map(steps.map((step) => [step.id, step]));
  const titles = next.flatMap((id) => {
    const step = byId.get(id);
    return step === undefined ? [] : [`"${titleOf(step)}"${kindOf(step)}`];
  });
  const more = titles.length - MOST_STEPS;
  return `${listed([...titles.slice(0, MOST_STEPS), ...(more > 0 ? [`${more} more`] : [])], 'and')}.`;
}

function kindOf({ type, assignee, approval, isIrreversible }: StepView): string {
  const undo = isIrreversible ? ', which cannot be undone' : '';
  if (approval !== null) return `, approved by ${listed(approval.roles, approval.eachRole ? 'and' : 'or')}${undo}`;
  if (assignee !== null) return `, done by ${plainLine(assignee)}${undo}`;
  return `${type === 'wait' || type === 'manual' ? '' : ', by itself'}${undo}`;
}

function endText({ endsAt, ...view }: RunView): string {
  if (endsAt === null) return 'Nobody can tell: it depends on people, and on no date that is known.';
  if (endsAt <= view.lookedAt) return 'Nobody can tell: all dates that are known are over.';
  return `Not before ${untilOf(endsAt, view)}, as far as dates are known.`;
}

function undoText(view: RunView): string {
  const { pointOfNoReturn, steps } = view;
  const step = steps.find(({ id }) => id === pointOfNoReturn.step);
  const title = step === undefined ? '' : `"${titleOf(step)}"`;
  if (pointOfNoReturn.passedAt !== null) {
    const isEnded = view.endedAt !== null;
    const stop = isEnded ? '' : ' The run can be stopped, but not taken back.';
    return `No: ${title} began on ${momentOf(pointOfNoReturn.passedAt, view)}.${stop}`;
  }
  const known = 'Yes, as far as the playbook knows';
  if (view.endedAt !== null || view.cancelled !== null) return `${known}: no step without a way back was begun.`;
  return title === '' ? `${known}: it has no step without a way back.` : `${known}, until ${title} begins.`;
}

function overrideLines({ overrides }: RunView): readonly Line[] {
  return overrides.map(({ step, gates, asked, agreed }): Line => {
    const who =
      agreed === null ? `${asked.person} asks, and nobody has agreed yet` : `${asked.person} and ${agreed.person}`;
    return [
      'Overridden',
      `${plainLine(`${gates.join(', ')} before "${step}": ${who}`)}, because ${quoted(asked.reason)}.`,
    ];
  });
}
