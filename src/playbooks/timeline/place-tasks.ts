import { MINUTE_MS } from '../../model/run/open-hours.ts';
import { dateWhenReady, type Task, type TaskDate, type Tasks } from './task.ts';
import { endOf, latestBegin } from './task-span.ts';

/** Where a task lies. All times are milliseconds. */
export interface PlacedTask {
  readonly task: Task;
  /** All that it needs is done. */
  readonly readyMs: number;
  readonly startsMs: number;
  readonly endsMs: number;
  readonly due: TaskDate | null;
  /** The date of a wait, or the date by which something is planned; null where nothing but its needs holds it. */
  readonly heldUntilMs: number | null;
  /** How much too late it ends; 0 where it does not. */
  readonly lateMs: number;
}

export interface Placing {
  readonly startsMs: number;
  /** As `latestStarts` gives them: nothing is put so late that what comes after it would be late. */
  readonly latest: ReadonlyMap<string, number>;
  /** For tests of slack: begins so many minutes later than it would. */
  readonly delayed?: ReadonlyMap<string, number>;
}

/**
 * From the beginning forwards. Each task begins as soon as all it needs is done; one by people that has a date, on that date,
 * for so people plan, unless something after it needs it sooner.
 */
export function placeTasks(tasks: Tasks, placing: Placing): ReadonlyMap<string, PlacedTask> {
  const placed = new Map<string, PlacedTask>();
  for (const task of tasks.all) {
    const { needs, step } = task;
    const readyMs = Math.max(placing.startsMs, ...needs.map((need) => placed.get(need)?.endsMs ?? 0));
    const place = task.kind === 'wait' ? placeWait : placeWork;
    const one = place(task, readyMs, tasks, placing);
    placed.set(step.id, one);
    tasks.names.settle(step, 'succeeded', new Date(one.endsMs).toISOString());
  }
  return placed;
}

function placeWait(task: Task, readyMs: number, tasks: Tasks, { delayed }: Placing): PlacedTask {
  const { step, until } = task;
  const begin = readyMs + delayOf(task, delayed);
  const text = step.wait?.until ?? step.wait?.duration ?? null;
  const date = until ?? (text === null ? null : dateWhenReady(step, text, begin, tasks));
  const heldUntilMs = step.wait?.until == null || date === null ? null : date.startsMs;
  return {
    task,
    readyMs,
    startsMs: begin,
    endsMs: Math.max(begin, date?.startsMs ?? begin),
    // Whoever names a day to wait for wants what comes before it done by then; a day reckoned from a step is no such promise.
    due: until === null ? null : { ...until, endsMs: until.startsMs },
    heldUntilMs: heldUntilMs !== null && heldUntilMs > begin ? heldUntilMs : null,
    lateMs: until === null ? 0 : Math.max(0, begin - until.startsMs),
  };
}

function placeWork(task: Task, readyMs: number, tasks: Tasks, placing: Placing): PlacedTask {
  const { step, kind, hours } = task;
  const due = task.due ?? (step.due === null ? null : dateWhenReady(step, step.due, readyMs, tasks));
  const possible = hours.next(readyMs);
  const isByPeople = kind === 'hand' || kind === 'approval';
  const planned = due === null || !isByPeople ? possible : onItsDate(task, due, tasks, placing);
  const delay = delayOf(task, placing.delayed);
  const startsMs = hours.next(Math.max(possible, planned) + delay);
  const endsMs = endOf(task, startsMs, tasks);
  return {
    task,
    readyMs,
    startsMs,
    endsMs,
    due,
    heldUntilMs: planned > possible ? planned : null,
    lateMs: due === null ? 0 : Math.max(0, endsMs - due.endsMs),
  };
}

function delayOf({ step }: Task, delayed: Placing['delayed']): number {
  return (delayed?.get(step.id) ?? 0) * MINUTE_MS;
}

/** To the minute where the playbook names one, otherwise in the morning of that day. */
function onItsDate(task: Task, due: TaskDate, tasks: Tasks, { latest }: Placing): number {
  const by = latestBegin(task, due.endsMs, tasks);
  const last = Math.min(by, latest.get(task.step.id) ?? by);
  if (!due.isWholeDay) return last;
  const { days } = tasks;
  return Math.min(last, days.opens(days.dayOf(last)));
}
