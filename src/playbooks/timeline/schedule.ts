import { MINUTE_MS } from '../../model/run/open-hours.ts';
import { type DeadlineOf, latestStarts } from './latest-starts.ts';
import { type PlacedTask, placeTasks } from './place-tasks.ts';
import type { Tasks } from './task.ts';
import { latestBegin } from './task-span.ts';

export interface Schedule {
  readonly tasks: Tasks;
  readonly startsMs: number;
  /** In the order of the plan. */
  readonly placed: ReadonlyMap<string, PlacedTask>;
  /** As it was placed: until when each task has to be able to begin. */
  readonly latest: ReadonlyMap<string, number>;
  /** By how much each may slip; null where no date comes after it. */
  slackMinutes(id: string): number | null;
}

/** Places all tasks, and says how far each can be moved. Both go over the steps a fixed number of times. */
export function schedule(tasks: Tasks, startsMs: number): Schedule {
  const nothing = { placed: new Map<string, PlacedTask>(), floating: new Set<string>() };
  let latest = latestStarts(tasks, { ...nothing, deadlineOf: fixedDeadline });
  const place = () => placeTasks(tasks, { startsMs, latest });
  let placed = place();
  const usesEnds = tasks.all.some(({ kind, until }) => kind === 'wait' && until === null);
  if (usesEnds) {
    // How long a wait takes is known once it lies somewhere; what comes before it can be asked for sooner then.
    latest = latestStarts(tasks, { placed, floating: new Set(), deadlineOf: fixedDeadline });
    placed = place();
  }
  const all = [latest, ...reckonedFromSteps(tasks, placed)];
  return { tasks, startsMs, placed, latest, slackMinutes: (id) => slackOf(id, placed, tasks, all) };
}

const fixedDeadline: DeadlineOf = ({ due, until }) => due?.endsMs ?? until?.startsMs;

/** Dates that are reckoned from the end of a step move with it: they hold only what is not before that step. */
function reckonedFromSteps(
  tasks: Tasks,
  placed: ReadonlyMap<string, PlacedTask>,
): readonly ReadonlyMap<string, number>[] {
  const groups = new Set(
    tasks.all.filter(({ dueFrom }) => dueFrom.length > 0).map(({ dueFrom }) => dueFrom.join('\n')),
  );
  return [...groups].map((group) => {
    const deadlineOf: DeadlineOf = ({ step, dueFrom }) =>
      dueFrom.join('\n') === group ? placed.get(step.id)?.due?.endsMs : undefined;
    return latestStarts(tasks, { deadlineOf, placed, floating: withNeeds(group.split('\n'), tasks) });
  });
}

function withNeeds(ids: readonly string[], { byId }: Tasks): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...ids];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byId.get(next)?.needs ?? []));
  }
  return found;
}

function slackOf(
  id: string,
  placed: ReadonlyMap<string, PlacedTask>,
  tasks: Tasks,
  all: readonly ReadonlyMap<string, number>[],
): number | null {
  const one = placed.get(id);
  if (one === undefined) return null;
  const limits = all.map((latest) => latest.get(id)).filter((ms) => ms !== undefined);
  // One that counts from when it can begin holds nothing before it, but it holds the step itself.
  if (one.due !== null && one.task.kind !== 'wait') limits.push(latestBegin(one.task, one.due.endsMs, tasks));
  if (limits.length === 0) return null;
  return Math.max(0, Math.floor((Math.min(...limits) - one.startsMs) / MINUTE_MS));
}
