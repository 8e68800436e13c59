import { roughSpan } from '../../base/short-moment.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { sentence } from '../run-explain/explain-trouble.ts';
import {
  approvalsOf,
  deadlineOf,
  isLooking,
  isNobodyThere,
  listed,
  missingRole,
  momentOf,
  peopleOf,
  quoted,
  reasonOf,
  shutGates,
  sinceOf,
  untilOf,
} from '../run-words.ts';
import { gapText, scoreOfStep, scoreText } from '../score-words.ts';

/** A line below a step on the board; `loud` is what must not be missed. */
export interface Remark {
  readonly text: string;
  readonly isLoud?: boolean;
}

type Remarks = (step: StepView, view: RunView) => readonly Remark[];

/** Everything that is to be known of a step that works, waits or went wrong; little of one that is done; nothing of others. */
export const remarksOf: Remarks = (step, view) => {
  const { state } = step;
  if (state === 'succeeded' || state === 'compensated') return done(step, view);
  if (state === 'compensating') return goingBack(step, view);
  if (state === 'skipped' || state === 'cancelled')
    return step.reason === null ? [] : [{ text: sentence(step.reason) }];
  if (state === 'pending') return [...due(step, view), ...gates(step, view)];
  return active.flatMap((remarks) => remarks(step, view));
};

/** When it was done stands beside its name. */
const done: Remarks = (step, view) => {
  const { confirmedBy, evidence, error } = step;
  const reason = reasonOf(step);
  const names = evidence.map(({ name }) => plainLine(name));
  const approvers = approversOf(step);
  const parts = [
    ...(confirmedBy === null ? [] : [`by ${plainLine(confirmedBy)}`]),
    ...(approvers.length === 0 ? [] : [`approved by ${listed(approvers, 'and')}`]),
    ...(names.length === 0 ? [] : [`evidence: ${listed(names, 'and')}`]),
  ];
  return [
    ...(parts.length === 0 ? [] : [{ text: parts.join('; ') }]),
    ...(reason === null ? [] : [{ text: sentence(reason) }]),
    ...(error === null ? [] : [{ text: sentence(error.message) }]),
    ...counted(step, view),
  ];
};

/** What a step has counted, and what to do about each gap. */
const counted: Remarks = (step, view) => {
  const score = scoreOfStep(step);
  if (score === null) return [];
  return [
    { text: sentence(scoreText(score)), isLoud: !score.passed },
    ...score.gaps.map((gap) => ({ text: `gap: ${gapText(gap, step, view)}` })),
  ];
};

function approversOf({ approval }: StepView): readonly string[] {
  const standing = (approval?.given ?? []).filter(({ isVoid, decision }) => !isVoid && decision === 'given');
  return standing.map(({ person }) => plainLine(person));
}

const people: Remarks = (step, view) => {
  const { since, waits, state, isReleased } = step;
  const at = since === null ? '' : `since ${sinceOf(since, view)}`;
  if (isNobodyThere(step)) {
    return [{ text: `nobody is ${missingRole(step)}, or all who are, are away; ${at}`, isLoud: true }];
  }
  if (isReleased) return [];
  if (isLooking(step)) return at === '' ? [] : [{ text: at }];
  const isAsked = waits === 'input' || waits === 'approval' || waits === 'second-person';
  if (isAsked && step.waitingOn.length + (state === 'waiting' ? 1 : 0) > 0) {
    return [{ text: `on ${peopleOf(step) ?? 'somebody'} ${at}`.trim() }];
  }
  return at === '' ? [] : [{ text: at }];
};

/** Who would undo it, where a person does; which of the two it is shows only while a machine is at it. */
const goingBack: Remarks = (step, view) => {
  const { since, waitingOn } = step;
  const at = since === null ? '' : ` since ${sinceOf(since, view)}`;
  const isByHand = view.runner === null && waitingOn.length > 0;
  return [{ text: isByHand ? `on ${peopleOf(step)}${at}` : at.trim() }].filter(({ text }) => text !== '');
};

const released: Remarks = ({ isReleased, releasedTo, releasedUntil }, view) => {
  if (!isReleased) return [];
  const who = plainLine(releasedTo ?? 'somebody');
  if (releasedUntil === null) return [{ text: `${who} has the go-ahead and has to say how it ended`, isLoud: true }];
  const isOver = releasedUntil <= view.lookedAt;
  const text = isOver
    ? `the go-ahead of ${who} ran out ${untilOf(releasedUntil, view)}`
    : `${who} has the go-ahead until ${untilOf(releasedUntil, view)} and has to say how it ended`;
  return [{ text, isLoud: true }];
};

const due: Remarks = ({ dueAt, isOverdue }, view) => {
  if (dueAt === null) return [];
  const span = roughSpan('en', view.lookedAt, dueAt);
  const when = deadlineOf(dueAt, view);
  return isOverdue
    ? [{ text: `was due ${when}: overdue by ${span}`, isLoud: true }]
    : [{ text: `due ${when}${dueAt > view.lookedAt ? ` (in ${span})` : ''}` }];
};

const timers: Remarks = ({ timerAt, waits, isReleased, attempt, maxAttempts }, view) => {
  const tries =
    maxAttempts > 1 && attempt > 0 && attempt <= maxAttempts ? [{ text: `attempt ${attempt} of ${maxAttempts}` }] : [];
  if (timerAt === null || isReleased) return tries;
  const says = {
    timer: 'goes on',
    'back-off': 'is tried again',
    lock: 'gives up',
    approval: 'gives up',
    input: 'gives up',
  };
  const what = waits === null || waits === 'second-person' ? 'next date' : says[waits];
  return [...tries, { text: `${what} ${untilOf(timerAt, view)}` }];
};

const lock: Remarks = ({ waits }, { lockedBy }) =>
  waits === 'lock' ? [{ text: `for the run ${lockedBy ?? 'that is about the same account'}` }] : [];

const approval: Remarks = (step, view) => {
  if (step.approval === null) return [];
  const { needed, roles, eachRole, given, bound } = step.approval;
  const { valid } = approvalsOf(step);
  const each = eachRole && roles.length > 1 ? ', one of each' : '';
  const binds = Object.entries(bound).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [
    {
      text: `${valid.length} of ${needed} ${needed === 1 ? 'approval' : 'approvals'} from ${listed(roles, eachRole ? 'and' : 'or')}${each}`,
    },
    ...given.map(({ person, at, decision, isVoid, comment }) => {
      const does = isVoid ? 'void, what it was about has changed' : decision === 'given' ? 'approved' : 'REFUSED';
      const said = comment === null ? '' : `: ${quoted(comment)}`;
      return {
        text: plainLine(`${person}: ${does}, ${momentOf(at, view)}${said}`),
        isLoud: isVoid || decision === 'rejected',
      };
    }),
    ...binds.map((text) => ({ text: plainLine(`approved is: ${text}`) })),
  ];
};

const trouble: Remarks = (step, view) => {
  const { error, resolutions, byHandBecause } = step;
  const reason = reasonOf(step);
  return [
    ...(error === null ? [] : [{ text: sentence(error.message), isLoud: true }]),
    ...(error?.hint == null ? [] : [{ text: sentence(error.hint) }]),
    ...(reason === null ? [] : [{ text: sentence(reason) }]),
    ...(byHandBecause === null ? [] : [{ text: sentence(`by hand because ${byHandBecause}`) }]),
    ...resolutions.map(({ person, at, decision, reason: why }) => {
      return { text: `${plainLine(person)} says, ${momentOf(at, view)}: ${decided[decision]}, because ${quoted(why)}` };
    }),
  ];
};

const decided = {
  done: 'it was done',
  'not-done': 'it was not done',
  'agreed-not-done': 'it was not done, as the first said',
} as const;

const gates: Remarks = (step) =>
  shutGates(step).flatMap(({ says, hint }) => [
    { text: `SHUT: ${sentence(says)}`, isLoud: true },
    ...(hint === null ? [] : [{ text: `opens it: ${sentence(hint)}` }]),
  ]);

const instructions: Remarks = ({ instructions: text, state }) =>
  text === null || state !== 'waiting' ? [] : [{ text: `to do: ${plainLine(text.en)}` }];

const evidence: Remarks = ({ evidence: had, evidenceWanted }) => {
  const ids = new Set(had.map(({ id }) => id));
  const open = evidenceWanted
    .filter(({ id }) => !ids.has(id))
    .map(({ id, required, choices }) => {
      const named = choices === undefined ? id : `${id} (${listed(choices.map(plainLine), 'or')})`;
      return required ? named : `${named} if there is one`;
    });
  return [
    ...had.map(({ id, name, person }) => ({
      text: plainLine(`has ${id ?? 'evidence'}: ${name} (${person ?? 'Lastpost'})`),
    })),
    ...(open.length === 0 ? [] : [{ text: `evidence wanted: ${listed(open, 'and')}` }]),
  ];
};

const active: readonly Remarks[] = [
  released,
  people,
  due,
  lock,
  timers,
  approval,
  trouble,
  gates,
  instructions,
  evidence,
];
