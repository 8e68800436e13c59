import { dayAt } from '../../../base/zoned-time.ts';
import { deadlineAt } from '../dates.ts';
import { OPENS_AT } from '../open-hours.ts';
import { after, afterWork, atTime, nextWorkingMoment, type WorkCalendar, workingDayFrom } from './working-time.ts';

/** A person's work in a rehearsal. */
export interface HandWork {
  /** From when on it can be done, UTC ISO 8601. */
  readonly from: string;
  readonly effortMinutes: number;
  /** How long others are waited for; null: nobody is. */
  readonly takes: string | null;
  /** By when it has to be done; null: as soon as possible. */
  readonly dueAt: string | null;
  /** What is published comes out on its very day, be it a Sunday. */
  readonly isOnItsDay: boolean;
}

/**
 * When a person would say that it is done: as soon as the work is over, within working hours; what has a date on that day, or
 * on the last working day before it, unless that is past.
 */
export function handDoneAt(work: HandWork, calendar: WorkCalendar): string {
  const { from, effortMinutes, takes, dueAt } = work;
  const begins = nextWorkingMoment(from, calendar);
  const worked = takes === null ? afterWork(begins, effortMinutes, calendar) : after(begins, takes, calendar);
  const done = takes === null ? worked : nextWorkingMoment(worked, calendar);
  if (dueAt === null) return done;
  const target = onItsDate(dueAt, work, calendar);
  return [done, target].toSorted().at(-1) ?? done;
}

function onItsDate(dueAt: string, { effortMinutes, isOnItsDay }: HandWork, calendar: WorkCalendar): string {
  const date = deadlineAt(dueAt, calendar.zone);
  if (!date.isWholeDay) return date.startsAt;
  const day = isOnItsDay ? date.day : workingDayFrom(date.day, -1, calendar);
  const morning = atTime(day, OPENS_AT, calendar);
  const done = new Date(Date.parse(morning) + effortMinutes * 60_000).toISOString();
  // A long piece of work was begun before the day; what matters is that it is done on it.
  return dayAt(done, calendar.zone) === day ? done : atTime(day, '16:00', calendar);
}
