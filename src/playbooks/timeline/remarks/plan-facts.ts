import type { TimelineStep } from '../../../model/playbook/timeline.ts';
import type { Person } from '../../../model/run/people.ts';
import type { DateInput } from '../earliest-day.ts';
import type { WorkersOf } from '../role-effort.ts';
import type { Schedule } from '../schedule.ts';

/** All that remarks are made of. */
export interface PlanFacts {
  /** In the order in which they begin. */
  readonly steps: readonly TimelineStep[];
  readonly scheduled: Schedule;
  /** null when nobody knows them. */
  readonly people: readonly Person[] | null;
  readonly workers: WorkersOf;
  /** The first day that works, where this one does not. */
  readonly earliest: string | null;
  readonly input: DateInput | null;
}
