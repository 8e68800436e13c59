import type { PlacedTask } from './place-tasks.ts';
import type { Schedule } from './schedule.ts';

/**
 * What makes the plan as long as it is, from its beginning to its certificate: if one of these took longer, the certificate would come later.
 * What is looked after when it is filed, a year on, has dates of its own and decides nothing. Without a certificate it goes to what ends last;
 * where something is late, to what is latest. It begins where a date holds a step, for nothing before that date counts any more.
 * @returns ids; steps that only stand for a used playbook are left out
 */
export function criticalPath({ placed }: Pick<Schedule, 'placed'>): readonly string[] {
  const path: string[] = [];
  for (let at = target([...placed.values()]); at !== undefined; at = cause(at, placed)) path.unshift(at.task.step.id);
  return path.filter((id) => placed.get(id)?.task.kind !== 'uses');
}

function target(all: readonly PlacedTask[]): PlacedTask | undefined {
  const latest = all.reduce<PlacedTask | undefined>(
    (max, one) => (one.lateMs > (max?.lateMs ?? 0) ? one : max),
    undefined,
  );
  return latest ?? lastOf(all.filter(({ task }) => task.step.type === 'certificate')) ?? lastOf(all);
}

/** What a step begins after; undefined where a date holds it, or the beginning. */
function cause({ task, heldUntilMs }: PlacedTask, placed: ReadonlyMap<string, PlacedTask>): PlacedTask | undefined {
  const after = heldUntilMs === null ? task.needs : task.until === null ? task.untilFrom : [];
  return lastOf(after.map((id) => placed.get(id)).filter((one) => one !== undefined));
}

function lastOf(all: readonly PlacedTask[]): PlacedTask | undefined {
  return all.reduce<PlacedTask | undefined>((max, one) => (one.endsMs >= (max?.endsMs ?? 0) ? one : max), undefined);
}
