import type { MishapReport, MovedStep, RehearsedStep } from './debrief.ts';
import type { MishapHit } from './mishap.ts';
import type { Rehearsed } from './rehearsed.ts';
import { rehearsedSteps } from './rehearsed-steps.ts';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** Less is nothing that anybody would notice. */
const LEAST_MINUTES = 30;

/** What a mishap cost: the rehearsal in which it alone struck, held against the same one in which nothing did. */
export function mishapReport(hit: MishapHit, struck: Rehearsed, without: Rehearsed): MishapReport {
  const [now, before] = [struck, without].map(rehearsedSteps) as [readonly RehearsedStep[], readonly RehearsedStep[]];
  const was = new Map(before.map((step) => [step.id, step]));
  const isComplete = struck.state.ended !== null && without.state.ended !== null;
  const moved = now.flatMap((step) => movedBy(step, minutesBetween(was.get(step.id)?.doneAt, step.doneAt)));
  const slipped = now.flatMap((step) => movedBy(step, step.lateMinutes - (was.get(step.id)?.lateMinutes ?? 0)));
  return {
    ...hit,
    hit: hit.step !== null,
    title: now.find(({ id }) => id === hit.step)?.title ?? null,
    endDays: isComplete ? inDays(minutesBetween(endOf(before) ?? without.endedAt, endOf(now) ?? struck.endedAt)) : null,
    endsWith: endOf(now) === null ? 'run' : 'certificate',
    moved: moved.toSorted((a, b) => b.days - a.days),
    slipped: slipped.filter(({ days }) => days > 0),
  };
}

/** What is looked after when the certificate is filed, a year on, has dates of its own. */
function endOf(steps: readonly RehearsedStep[]): string | null {
  return steps.findLast(({ type, doneAt }) => type === 'certificate' && doneAt !== null)?.doneAt ?? null;
}

function minutesBetween(before: string | null | undefined, now: string | null): number {
  if (before === null || before === undefined || now === null) return 0;
  return (Date.parse(now) - Date.parse(before)) / MINUTE_MS;
}

function movedBy({ id, title }: RehearsedStep, minutes: number): readonly MovedStep[] {
  return Math.abs(minutes) < LEAST_MINUTES ? [] : [{ step: id, title, days: inDays(minutes) }];
}

function inDays(minutes: number): number {
  return Math.round((minutes / DAY_MINUTES) * 10) / 10;
}
