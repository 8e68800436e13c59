import type { PlanRemark, Timeline, TimelineStep } from '../../model/playbook/timeline.ts';

/** What becomes different in a plan when something is asked for otherwise. */
export interface TimelineChanges {
  /** Steps that begin or end at another time. */
  readonly moved: readonly { readonly before: TimelineStep; readonly after: TimelineStep }[];
  readonly added: readonly TimelineStep[];
  readonly gone: readonly TimelineStep[];
  readonly newRemarks: readonly PlanRemark[];
  readonly goneRemarks: readonly PlanRemark[];
}

/** Steps are the same by their id, remarks by what they are about. */
export function compareTimelines(before: Timeline, after: Timeline): TimelineChanges {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const now = new Map(after.steps.map((step) => [step.id, step]));
  const pairs = after.steps.flatMap((step) => {
    const was = old.get(step.id);
    return was === undefined ? [] : [{ before: was, after: step }];
  });
  return {
    moved: pairs.filter(({ before: was, after: is }) => was.startsAt !== is.startsAt || was.endsAt !== is.endsAt),
    added: after.steps.filter(({ id }) => !old.has(id)),
    gone: before.steps.filter(({ id }) => !now.has(id)),
    newRemarks: remarksOnlyIn(after, before),
    goneRemarks: remarksOnlyIn(before, after),
  };
}

function remarksOnlyIn(one: Timeline, other: Timeline): readonly PlanRemark[] {
  const keyOf = ({ code, steps }: PlanRemark) => [code, ...steps].join('\n');
  const there = new Set(other.remarks.map(keyOf));
  return one.remarks.filter((remark) => !there.has(keyOf(remark)));
}
