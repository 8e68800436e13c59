import type { PlacedTask } from './place-tasks.ts';
import type { Task, Tasks } from './task.ts';
import { latestBegin } from './task-span.ts';

/** What has to be done by when, in milliseconds; undefined for what has no date. */
export type DeadlineOf = (task: Task) => number | undefined;

interface Request {
  readonly deadlineOf: DeadlineOf;
  /** Where these go, their dates go with them: no deadline holds them. */
  readonly floating: ReadonlySet<string>;
  /** As they were placed before; empty at first. What is reckoned from the end of a step is known only then. */
  readonly placed: ReadonlyMap<string, PlacedTask>;
}

/**
 * From the end backwards: until when each task has to be able to begin, so that neither it nor anything after it is late. Tasks
 * that no date comes after are not in it. Times are milliseconds.
 */
export function latestStarts(tasks: Tasks, { deadlineOf, floating, placed }: Request): ReadonlyMap<string, number> {
  const latestEnd = new Map<string, number>();
  const starts = new Map<string, number>();
  const hold = (id: string, ms: number) => latestEnd.set(id, Math.min(latestEnd.get(id) ?? ms, ms));
  for (const task of tasks.all.toReversed()) {
    const { id } = task.step;
    if (floating.has(id)) continue;
    const after = latestEnd.get(id);
    const own = deadlineOf(task);
    const by = Math.min(after ?? Number.POSITIVE_INFINITY, own ?? Number.POSITIVE_INFINITY);
    if (by === Number.POSITIVE_INFINITY) continue;
    const start = task.kind === 'wait' ? waitStart(task, by, placed.get(id)) : latestBegin(task, by, tasks);
    if (task.kind === 'wait') holdAnchors(task, by, placed, hold);
    starts.set(id, start);
    for (const need of task.needs) hold(need, start);
  }
  return starts;
}

/** Until a date it makes no difference when a wait begins; one that lasts a while moves what comes after it. */
function waitStart({ step, until }: Task, byMs: number, placed: PlacedTask | undefined): number {
  if (until !== null) return Math.min(byMs, until.startsMs);
  if (placed === undefined || step.wait?.until != null) return byMs;
  return byMs - (placed.endsMs - placed.readyMs);
}

/** A wait until 30 days after a step: the date comes from that step, not from what the wait needs. */
function holdAnchors(
  { step, untilFrom }: Task,
  byMs: number,
  placed: ReadonlyMap<string, PlacedTask>,
  hold: (id: string, ms: number) => void,
): void {
  const wait = placed.get(step.id);
  if (wait?.heldUntilMs == null) return;
  for (const id of untilFrom) {
    const anchor = placed.get(id);
    if (anchor !== undefined) hold(id, byMs - (wait.heldUntilMs - anchor.endsMs));
  }
}
