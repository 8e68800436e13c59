import { columnsOf, padColumns, plainLine, wrapMeasured } from '../base/text-columns.ts';
import { beyondNoReturn } from '../model/run/beyond-no-return.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import { markOf } from './run-board/board-marks.ts';
import { remarksOf } from './run-board/step-remarks.ts';
import { isLoud } from './run-explain/choose-step.ts';
import { momentOf, quoted, type RunPaper, titleOf, untilOf } from './run-words.ts';

/**
 * A run as a board: what must not be missed first, then every step from top to bottom with where it stands, whom it waits for
 * and since when, and the point of no return as a line across.
 */
export function runBoard(view: RunView, paper: RunPaper): string {
  const alarms = view.endedAt === null ? view.steps.filter(isLoud) : [];
  return [
    ...head(view, paper),
    ...alarms.flatMap((step) => ['', ...alarm(step, view, paper)]),
    '',
    ...timeline(view, alarms, paper),
    ...overrides(view, paper),
    ...foot(view, paper),
  ].join('\n');
}

const stateWords: Readonly<Record<RunView['run']['state'], string>> = {
  running: 'RUNNING',
  waiting: 'WAITING',
  paused: 'PAUSED',
  needs_attention: 'NEEDS ATTENTION',
  succeeded: 'DONE',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  rolled_back: 'TAKEN BACK',
};

function head(view: RunView, { style, width }: RunPaper): readonly string[] {
  const { run, steps, timezone, lookedAt, amendments } = view;
  const done = steps.filter(({ state }) => state === 'succeeded' || state === 'skipped').length;
  const isBad = run.state === 'needs_attention' || run.state === 'failed';
  const paint = isBad ? style.red : run.state === 'succeeded' ? style.green : style.yellow;
  const title = wrapMeasured(`${plainLine(view.title.en)} (${run.playbook}), run ${run.id}`, width).map(style.bold);
  const [first = '', ...rest] = wrapMeasured(
    `${stateWords[run.state]} · ${done} of ${steps.length} steps done · begun ${momentOf(run.startedAt, view)} by ${plainLine(run.startedBy)}`,
    width,
  );
  const word = stateWords[run.state];
  const amended = amendments === 0 ? '' : ` · amended ${amendments === 1 ? 'once' : `${amendments} times`}`;
  return [
    ...title,
    first.replace(word, style.bold(paint(word))),
    ...rest,
    ...wrapMeasured(`looked at ${momentOf(lookedAt, view)}, on the clocks of ${timezone}${amended}`, width).map(
      style.dim,
    ),
    ...standing(view).flatMap((text) => wrapMeasured(text, width)),
  ];
}

/** What is so of the whole run, besides its steps. */
function standing({ cancelled, endedAt, endReason, lockedBy, runner, paused, ...view }: RunView): readonly string[] {
  return [
    ...(paused ? ['Paused: nothing begins, and no date has an effect, until somebody lets it go on.'] : []),
    ...(cancelled === null
      ? []
      : [`Cancelled by ${plainLine(cancelled.person)}, ${momentOf(cancelled.at, view)}: ${quoted(cancelled.reason)}`]),
    ...(endedAt === null
      ? []
      : [`Ended ${momentOf(endedAt, view)}${endReason === null ? '' : `: ${plainLine(endReason)}`}`]),
    ...(lockedBy === null ? [] : [`Another run, ${lockedBy}, is about the same account.`]),
    ...(runner === null ? [] : [`${plainLine(runner)} is at it at this moment.`]),
  ];
}

/** In doubt and stuck: before everything else, in a frame of its own. */
function alarm(step: StepView, view: RunView, { style, width }: RunPaper): readonly string[] {
  const { word } = markOf(step, view, style);
  const what = `${word}: ${titleOf(step)} (${step.id})`;
  const says =
    step.state === 'in_doubt'
      ? `It was begun, and nobody knows how it ended.${step.isIrreversible ? ' Look before you do anything.' : ''}`
      : 'It failed, and nothing goes on without it.';
  const bar = style.red('┃');
  const remarks = remarksOf(step, view).flatMap(({ text, isLoud: loud }) =>
    wrapMeasured(text, width - 4).map((line) => `  ${loud ? style.red(line) : line}`),
  );
  return [
    ...wrapMeasured(what, width - 2).map((line) => `${bar} ${style.bold(style.red(line))}`),
    ...wrapMeasured(says, width - 2).map((line) => `${bar} ${line}`),
    ...remarks.map((line) => `${bar} ${line}`),
    ...wrapMeasured(`What to type: lastpost run explain ${view.run.id}`, width - 2).map((line) => `${bar} ${line}`),
  ];
}

function timeline(view: RunView, alarms: readonly StepView[], paper: RunPaper): readonly string[] {
  const beyond = beyondNoReturn(view.steps);
  const before = view.steps.filter(({ id }) => !beyond.has(id));
  const after = view.steps.filter(({ id }) => beyond.has(id));
  const lines = (steps: readonly StepView[]): readonly string[] =>
    steps.flatMap((step) => stepLines(step, view, alarms.includes(step), paper));
  return [...lines(before), ...(after.length === 0 ? [] : noReturn(view, paper)), ...lines(after)];
}

function stepLines(step: StepView, view: RunView, isTold: boolean, paper: RunPaper): readonly string[] {
  const { style, width } = paper;
  const { sign, word, paint } = markOf(step, view, style);
  const right = [...doneAt(step, view), word].join('  ');
  const room = width - 2 - columnsOf(right) - 2;
  const id = titleOf(step) === step.id ? '' : ` (${step.id})`;
  const undone = step.isIrreversible && view.pointOfNoReturn.passedAt === null ? ', cannot be undone' : '';
  const [first = '', ...rest] = wrapMeasured(`${titleOf(step)}${id}${undone}`, room);
  const isActive = view.now.includes(step.id) || isTold;
  const title = isActive ? style.bold(padColumns(first, room)) : padColumns(first, room);
  const remarks = isTold ? [{ text: 'see above' }] : remarksOf(step, view);
  return [
    `${paint(sign)} ${title}  ${paint(right)}`,
    ...rest.map((line) => `  ${isActive ? style.bold(line) : line}`),
    ...remarks.flatMap(({ text, isLoud: loud = false }) =>
      wrapMeasured(text, width - 6).map((line, at) => {
        const shown = loud ? style.red(line) : isActive ? line : style.dim(line);
        return `${at === 0 ? '    ' : '      '}${shown}`;
      }),
    ),
  ];
}

/** Of what is over: the time, beside its name. */
function doneAt({ state, since }: StepView, view: RunView): readonly string[] {
  return since !== null && (state === 'succeeded' || state === 'compensated') ? [momentOf(since, view)] : [];
}

/** Across the whole width, and with words that hold without its colour. */
function noReturn(view: RunView, { style, width }: RunPaper): readonly string[] {
  const { passedAt } = view.pointOfNoReturn;
  const when = passedAt === null ? 'not passed' : `passed ${momentOf(passedAt, view)}`;
  const label = `━━ POINT OF NO RETURN, ${when} `;
  return [style.bold(style.red(label + '━'.repeat(Math.max(2, width - columnsOf(label)))))];
}

function overrides({ overrides: all, ...view }: RunView, { style, width }: RunPaper): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ step, gates, asked, agreed }) => {
    const both =
      agreed === null
        ? `asked by ${asked.person}, ${momentOf(asked.at, view)}; nobody has agreed`
        : `asked by ${asked.person}, ${momentOf(asked.at, view)}, and agreed by ${agreed.person}, ${momentOf(agreed.at, view)}`;
    const why = agreed === null ? quoted(asked.reason) : `${quoted(asked.reason)}; ${quoted(agreed.reason)}`;
    return wrapMeasured(plainLine(`${gates.join(', ')} before ${step}: ${both}: ${why}`), width - 4);
  });
  return ['', style.bold('Gates that people went through all the same'), ...lines.map((line) => `  ${line}`)];
}

function foot({ endsAt, endedAt, ...view }: RunView, { width }: RunPaper): readonly string[] {
  if (endedAt !== null) return [];
  const ends =
    endsAt === null || endsAt <= view.lookedAt
      ? 'When it ends depends on people, and on no date that is known.'
      : `It ends not before ${untilOf(endsAt, view)}.`;
  return [
    '',
    ...wrapMeasured(ends, width),
    ...wrapMeasured(`What to do now: lastpost run explain ${view.run.id}`, width),
  ];
}
