import { roughSpan, shortDeadline, shortMoment } from '../base/short-moment.ts';
import { plainLine } from '../base/text-columns.ts';
import type { AwaitedPerson, RunView, StepView } from '../model/run/run-view.ts';
import type { Style } from './style.ts';

/** What is written on: a terminal's width, and its colours if it has some. */
export interface RunPaper {
  readonly style: Style;
  readonly width: number;
}

type Zoned = Pick<RunView, 'timezone' | 'lookedAt'>;

/** `Fri 4 Dec 2026, 09:00`, on the clocks of the run's zone. */
export function momentOf(iso: string, { timezone }: Zoned): string {
  return shortMoment('en', iso, timezone);
}

export function deadlineOf(iso: string, { timezone }: Zoned): string {
  return shortDeadline('en', iso, timezone);
}

/** `Mon 23 Nov 2026, 09:00 (3 days)`. */
export function sinceOf(iso: string, view: Zoned): string {
  return `${momentOf(iso, view)} (${roughSpan('en', iso, view.lookedAt)})`;
}

/** `Fri 18 Dec 2026, 10:00 (in 22 days)`; what is over is said as that. */
export function untilOf(iso: string, view: Zoned): string {
  const span = roughSpan('en', view.lookedAt, iso);
  return `${momentOf(iso, view)} (${iso > view.lookedAt ? `in ${span}` : `${span} ago`})`;
}

export function titleOf(step: StepView): string {
  return plainLine(step.title.en) || step.id;
}

/** `"Sign-off" (signoff)`; a step that has no other name is called by its id alone. */
export function calledOf(step: StepView): string {
  const title = titleOf(step);
  return title === step.id ? `"${step.id}"` : `"${title}" (${step.id})`;
}

/** `Jana Öztürk (brand)`, `Tom Weber (brand, in place of jana)`. */
export function personOf({ name, role, insteadOf }: AwaitedPerson): string {
  const remarks = [...(role === null ? [] : [role]), ...(insteadOf === null ? [] : [`in place of ${insteadOf}`])];
  return plainLine(remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`);
}

const MOST_NAMES = 4;

/** Whom a step waits for, any of them; null when there is nobody who could do it. */
export function peopleOf({ waitingOn, assignee, approval }: StepView): string | null {
  if (waitingOn.length > 0) {
    const names = waitingOn.slice(0, MOST_NAMES).map(personOf);
    const more = waitingOn.length - names.length;
    return listed([...names, ...(more === 0 ? [] : [`${more} more`])], 'or');
  }
  return assignee === null && approval === null ? 'anybody who takes part' : null;
}

/** The role that nobody has who is there. */
export function missingRole({ assignee, approval }: StepView): string {
  return listed((approval?.roles ?? [assignee ?? '']).map(plainLine), 'or');
}

/** Somebody's words, in quotes, without the full stop that the sentence around them has. */
export function quoted(text: string): string {
  return `"${plainLine(text).replace(/\.$/, '')}"`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], and: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Why a step stands as it does, unless its error says the same. */
export function reasonOf({ reason, error }: StepView): string | null {
  return reason === null || reason === error?.message ? null : reason;
}

/** Neither a person does it nor anybody approves it: it looks at something, and waits until that is so. */
export function isLooking({ type, byHandBecause, waits, isIrreversible, isReleased, state }: StepView): boolean {
  const isByHand = type === 'manual' || byHandBecause !== null || isIrreversible || isReleased;
  return state === 'waiting' && waits === 'input' && !isByHand;
}

/** Approvals that hold, and those that do not any more. */
export function approvalsOf({ approval }: StepView): {
  readonly valid: readonly string[];
  readonly isRefused: boolean;
  readonly isVoid: boolean;
} {
  const given = approval?.given ?? [];
  const valid = given.filter(({ decision, isVoid }) => decision === 'given' && !isVoid);
  return {
    valid: valid.map(({ person, roles }) => plainLine(`${person} (${roles.join(', ')})`)),
    isRefused: given.some(({ decision, isVoid }) => decision === 'rejected' && !isVoid),
    isVoid: given.some(({ isVoid }) => isVoid),
  };
}

/** A step has to be done by people, and nobody of them is there. */
export function isNobodyThere(step: StepView): boolean {
  const isAsked = step.waits === 'input' || step.waits === 'approval';
  return isAsked && step.state === 'waiting' && !isLooking(step) && peopleOf(step) === null;
}

/** Whether the step is one that nobody may begin as long as a gate is shut. */
export function shutGates({ gates }: StepView): StepView['gates'] {
  return gates.filter(({ isOpen }) => !isOpen);
}
