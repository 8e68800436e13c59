import { plainLine, wrapMeasured } from '../base/text-columns.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import { isLoud, pressingSteps } from './run-explain/choose-step.ts';
import { explainEnd, explainHeld } from './run-explain/explain-end.ts';
import { explainMachine } from './run-explain/explain-machine.ts';
import { explainPerson } from './run-explain/explain-person.ts';
import { explainBlocked, explainDoubt } from './run-explain/explain-trouble.ts';
import type { Explained, Todo } from './run-explain/explained.ts';
import { outlook } from './run-explain/outlook.ts';
import { isLooking, momentOf, type RunPaper } from './run-words.ts';

/** A terminal as it has always been. */
const MOST_LINES = 24;
const FEWEST_LINES = 2;

/**
 * What a run waits for, on whom, since when, what they have to do word for word, what comes next, when it will end, and
 * whether it can still be undone: one screen of 24 lines at 80 columns, for somebody who has never seen its playbook. What cannot
 * be undone is told whole, also where it takes more.
 */
export function explainText(view: RunView, paper: RunPaper): string {
  const { style, width } = paper;
  const pressing = pressingSteps(view);
  const { explained, about } = mainThing(view, pressing);
  const head = wrapMeasured(
    `${plainLine(view.title.en)} · run ${view.run.id} · ${momentOf(view.lookedAt, view)} (${view.timezone})`,
    width,
  );
  const says = explained.says.flatMap((text) => hanging(text, width));
  const tail = outlook(
    view,
    pressing.filter((step) => step !== about),
  ).flatMap(([label, text]) => labelled(label, text, paper));
  const fixed = head.length + 2 + tail.length + 3;
  // Nobody presses a button on half an instruction, however small the screen is.
  const most = about?.isIrreversible === true ? Number.POSITIVE_INFINITY : MOST_LINES;
  const told = cutLines(says, MOST_LINES - fixed - leastLines(explained.todo, width), view.run.id);
  const todo = todoLines(explained.todo, width, most - fixed - told.length, view.run.id);
  const paint = { loud: style.red, asks: style.yellow, good: style.green, calm: (text: string) => text }[
    explained.tone
  ];
  return [
    ...head.map(style.dim),
    '',
    style.bold(paint(explained.headline)),
    ...told,
    ...(todo.length === 0 ? [] : ['', style.bold('What to do')]),
    ...todo.map(({ text, isCommand }) => (isCommand ? style.bold(text) : text)),
    '',
    ...tail,
  ].join('\n');
}

function mainThing(
  view: RunView,
  pressing: readonly StepView[],
): { readonly explained: Explained; readonly about: StepView | null } {
  const ended = explainEnd(view);
  if (ended !== undefined) return { explained: ended, about: null };
  const [first] = pressing;
  if (first !== undefined && isLoud(first)) return { explained: explainStep(first, view), about: first };
  if (first?.state === 'compensating') return { explained: explainStep(first, view), about: first };
  const held = explainHeld(view);
  if (held !== undefined) return { explained: held, about: null };
  if (first !== undefined) return { explained: explainStep(first, view), about: first };
  return { explained: nothing(view), about: null };
}

function explainStep(step: StepView, view: RunView): Explained {
  if (step.state === 'in_doubt') return explainDoubt(step, view);
  if (step.state === 'blocked') return explainBlocked(step, view);
  const isAsked = (step.waits === 'input' || step.waits === 'approval') && !isLooking(step);
  return isAsked ? explainPerson(step, view) : explainMachine(step, view);
}

function nothing({ run }: RunView): Explained {
  return {
    headline: 'NOTHING IS LEFT TO DO',
    tone: 'calm',
    says: ['All steps are at their end; the run itself is ended by the next look at it.'],
    todo: [{ says: 'To end it, type:' }, { command: `lastpost run next ${run.id}` }],
  };
}

interface TodoLine {
  readonly text: string;
  readonly isCommand: boolean;
}

/** All that `todo` takes when instructions are cut as far as they can be. */
function leastLines(todo: readonly Todo[], width: number): number {
  return todoLines(todo, width, 0, '').length;
}

/** What does not fit is told by another command. */
function cutLines(lines: readonly string[], room: number, run: string): readonly string[] {
  const kept = Math.max(FEWEST_LINES, room);
  return lines.length <= kept ? lines : [...lines.slice(0, kept - 1), `… (all of it: lastpost run status ${run})`];
}

/** What is to be done, in at most `room` lines: commands stand whole, and instructions are cut where there is no room. */
function todoLines(todo: readonly Todo[], width: number, room: number, run: string): readonly TodoLine[] {
  const blocks = todo.map((one) => blockOf(one, width));
  const fixed = blocks.reduce((sum, { lines, isLong }) => sum + (isLong ? 0 : lines.length), 0);
  const longRoom = room - fixed;
  return blocks.flatMap(({ lines, isLong, isCommand }) => {
    return (isLong ? cutLines(lines, longRoom, run) : lines).map((text) => ({ text, isCommand }));
  });
}

interface TodoBlock {
  readonly lines: readonly string[];
  readonly isLong: boolean;
  readonly isCommand: boolean;
}

function blockOf(one: Todo, width: number): TodoBlock {
  if ('command' in one) return { lines: commandLines(one.command, width), isLong: false, isCommand: true };
  if ('long' in one)
    return { lines: one.long.split('\n').flatMap((line) => wrapMeasured(line, width)), isLong: true, isCommand: false };
  return { lines: wrapMeasured(one.says, width), isLong: false, isCommand: false };
}

/** A command that is too long goes on in the next line, as a shell reads it. */
function commandLines(command: string, width: number): readonly string[] {
  if (command.length + 4 <= width) return [`    ${command}`];
  const parts = command.split(/ (?=--)/);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 3 <= width) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(last === undefined ? `    ${part}` : `      ${part}`);
  }
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line} \\`));
}

/** Lines of a list hang behind their dash. */
function hanging(text: string, width: number): readonly string[] {
  if (!text.startsWith('- ')) return wrapMeasured(text, width);
  return wrapMeasured(text.slice(2), width - 4).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`);
}

const LABEL = 18;

function labelled(label: string, text: string, { style, width }: RunPaper): readonly string[] {
  return wrapMeasured(text, width - LABEL).map((line, at) =>
    at === 0 ? style.bold(label.padEnd(LABEL)) + line : ' '.repeat(LABEL) + line,
  );
}
