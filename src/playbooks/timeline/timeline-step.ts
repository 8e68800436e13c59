import { dayAt } from '../../base/zoned-time.ts';
import type { StepTypeName } from '../../model/playbook/playbook.ts';
import type { TimelineStep } from '../../model/playbook/timeline.ts';
import type { Person } from '../../model/run/people.ts';
import type { PlannedStep } from '../../model/run/run-plan.ts';
import { speakersFor } from '../../model/run/speakers.ts';
import type { StepKind } from '../draw/step-graph.ts';
import type { PlacedTask } from './place-tasks.ts';
import type { Schedule } from './schedule.ts';
import type { Tasks } from './task.ts';

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

export interface StepAround {
  readonly plan: Schedule;
  /** By step. */
  readonly channels: ReadonlyMap<string, string | null>;
  readonly critical: ReadonlySet<string>;
  /** null when nobody knows them. */
  readonly people: readonly Person[] | null;
}

/** A placed task for people and drawings. */
export function timelineStep(
  { task, startsMs, endsMs, due, lateMs }: PlacedTask,
  { plan, channels, critical, people }: StepAround,
): TimelineStep {
  const { step, kind } = task;
  const roles = rolesOf(step, kind);
  const placed = plan.placed.get(step.id);
  return {
    id: step.id,
    type: step.type as StepTypeName,
    kind: kind as TimelineStep['kind'],
    title: plan.tasks.names.shown(step.scope, step.name ?? { de: step.id, en: step.id }),
    channel: channels.get(step.id) ?? null,
    roles,
    people: namesOf(roles, people ?? [], dayAt(isoOf(startsMs), plan.tasks.plan.timezone)),
    needs: shownNeeds(task.needs, plan.tasks),
    startsAt: isoOf(startsMs),
    endsAt: isoOf(endsMs),
    isWholeDay: placed !== undefined && isWholeDay(placed, plan),
    dueAt: due === null ? null : isoOf(due.endsMs),
    slackMinutes: plan.slackMinutes(step.id),
    isCritical: critical.has(step.id),
    isIrreversible: step.irreversible,
    isLate: lateMs > 0,
    effortMinutes: task.effortMinutes,
  };
}

function rolesOf({ approval, assignee }: PlannedStep, kind: StepKind): readonly string[] {
  if (kind === 'approval') return approval?.approvers ?? [];
  return kind === 'hand' && assignee !== null ? [assignee] : [];
}

function namesOf(roles: readonly string[], people: readonly Person[], day: string): readonly string[] {
  return [...new Set(roles.flatMap((role) => speakersFor(role, people, day).map(({ name }) => name)))];
}

/** A step that stands for a used playbook is no step of a timeline: its last ones stand in its place. */
function shownNeeds(needs: readonly string[], { byId }: Tasks): readonly string[] {
  const shown = needs.flatMap((need) => {
    const task = byId.get(need);
    return task === undefined || task.kind !== 'uses' ? [need] : shownNeeds(task.needs, { byId } as Tasks);
  });
  return [...new Set(shown)];
}

const DAY_MS = 86_400_000;

/** Of work without an hour only the days mean anything: nobody should read 09:00 as an appointment. */
function isWholeDay({ task, due, readyMs, startsMs, endsMs }: PlacedTask, { tasks, placed }: Schedule): boolean {
  if (task.kind !== 'hand' && task.kind !== 'approval') return false;
  if (due !== null && !due.isWholeDay) return false;
  if (task.takes !== null ? endsMs - startsMs < DAY_MS : task.effortMinutes !== null) return false;
  const followsAnHour = task.needs.some((need) => {
    const wait = placed.get(need);
    return wait?.heldUntilMs != null && wait.endsMs === readyMs && readyMs === startsMs;
  });
  return !(followsAnHour && startsMs !== tasks.days.opens(tasks.days.dayOf(startsMs)));
}
