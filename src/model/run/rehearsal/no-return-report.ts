import { ancestorsOf } from '../ancestors.ts';
import type { PlannedStep } from '../run-plan.ts';
import type { BeforeNoReturn, NoReturnReport } from './debrief.ts';
import type { Rehearsed } from './rehearsed.ts';

/** The first irreversible step, and what had to be before it. null where there is none. */
export function noReturnReport({ state, view }: Rehearsed): NoReturnReport | null {
  const { step: id, passedAt: at } = view.pointOfNoReturn;
  if (id === null) return null;
  const titleOf = (step: string) => view.steps.find((one) => one.id === step)?.title ?? { de: step, en: step };
  const before = ancestorsOf(state.plan, id).flatMap((step): readonly BeforeNoReturn[] => {
    const what = matters(step);
    const stands = state.steps.get(step.id);
    if (what === undefined || stands === undefined || stands.state === 'skipped') return [];
    const done = stands.state === 'succeeded' ? stands.since : null;
    const isBefore = done !== null && (at === null || done <= at);
    return [{ what, step: step.id, title: titleOf(step.id), at: done, isBefore }];
  });
  return { step: id, title: titleOf(id), at, before, isAllBefore: before.every(({ isBefore }) => isBefore) };
}

function matters({ type, staffMemo }: PlannedStep): BeforeNoReturn['what'] | undefined {
  if (staffMemo) return 'staff';
  if (type === 'verify') return 'archive';
  return type === 'complete' || type === 'approval' ? type : undefined;
}
