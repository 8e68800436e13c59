import { padColumns, plainLine, wrapMeasured } from '../base/text-columns.ts';
import { dayAt } from '../base/zoned-time.ts';
import type { ListedPromises } from '../journeys/drafts/list-promises.ts';
import type { KeptPromise, PromiseState } from '../model/farewell/promise.ts';
import { plural } from './format.ts';
import type { Style } from './style.ts';

const states: Readonly<Record<PromiseState, string>> = {
  kept: 'kept',
  open: 'open',
  late: 'LATE',
  'no-step': 'NO STEP',
};

const STATE = 9;
const DAY = 12;
const TITLE = 29;
const INDENT = STATE + DAY;
const SHOWN_DRAFTS = 2;

export interface PromisesPlace {
  readonly width: number;
  readonly style: Style;
}

/** The ledger, three or four lines a promise: what, by when and who; the sentence; its step, and where it stands. */
export function promisesText(listed: ListedPromises, place: PromisesPlace): string {
  const { promises, plan, drafts } = listed;
  if (drafts === 0) return 'No draft yet. Write them with: lastpost draft write';
  if (promises.length === 0) return `The ${plural(drafts, 'draft')} ${drafts === 1 ? 'promises' : 'promise'} nothing.`;
  const head = `${'STATE'.padEnd(STATE)}${'BY'.padEnd(DAY)}${'PROMISE'.padEnd(TITLE)}WHO`;
  const rows = promises.flatMap((promise) => [...promiseLines(promise, listed, place), '']);
  const of = plan.kind === 'run' ? `the run ${plan.name}` : `the playbook ${plan.name}`;
  return [head, ...rows, `By ${of}: ${sumOf(listed)}`].join('\n');
}

function promiseLines(promise: KeptPromise, { timezone }: ListedPromises, { width, style }: PromisesPlace) {
  const { what, state, sentence } = promise;
  const colour = state === 'no-step' || state === 'late' ? style.red : state === 'kept' ? style.green : same;
  const [firstWho = '', ...moreWho] = wrapMeasured(whoOf(promise), Math.max(12, width - INDENT - TITLE));
  const indent = ' '.repeat(INDENT);
  return [
    `${colour(states[state].padEnd(STATE))}${dayOf(promise, timezone).padEnd(DAY)}${padColumns(what.en, TITLE)}${firstWho}`.trimEnd(),
    ...moreWho.map((line) => `${indent}${' '.repeat(TITLE)}${line}`),
    ...wrapMeasured(`“${plainLine(sentence)}”`, width - INDENT).map((line) => `${indent}${line}`),
    ...wrapMeasured(whereOf(promise, timezone), width - INDENT).map((line) => `${indent}${style.dim(line)}`),
  ];
}

const same = (text: string): string => text;

/** The day that was promised, else the one of the step: by which it is due, or on which it is planned. */
function dayOf({ by, step }: KeptPromise, timezone: string): string {
  if (by !== null) return by;
  if (step === null) return '';
  // Whoever has to be done by the end of a day has that day.
  if (step.dueAt !== null) return dayAt(new Date(Date.parse(step.dueAt) - 1).toISOString(), timezone);
  return step.startsAt === null ? '' : dayAt(step.startsAt, timezone);
}

function whoOf({ step, owners }: KeptPromise): string {
  if (owners.length === 0) return step === null ? 'nobody' : 'Lastpost';
  const names = owners.map(plainLine).join(', ');
  return step?.people.length === 0 ? `${names} (nobody has that role)` : names;
}

function whereOf({ step, keptAt, drafts }: KeptPromise, timezone: string): string {
  const shown = drafts.slice(0, SHOWN_DRAFTS).join(', ');
  const rest = drafts.length - SHOWN_DRAFTS;
  const where = `in ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
  if (step === null) return `no step does it; ${where}`;
  const done = keptAt === null ? '' : `, done ${dayAt(keptAt, timezone)}`;
  return `step ${step.id}${done}; ${where}`;
}

function sumOf({ promises, isOver }: ListedPromises): string {
  const count = (state: PromiseState): number => promises.filter((one) => one.state === state).length;
  if (isOver) return `promises kept: ${count('kept')} of ${promises.length}.`;
  const parts = [
    plural(promises.length, 'promise'),
    `${count('kept')} kept`,
    `${count('open')} to come`,
    ...(count('late') > 0 ? [`${count('late')} late`] : []),
    ...(count('no-step') > 0 ? [`${count('no-step')} without a step`] : []),
  ];
  return `${parts.join(', ')}.`;
}
