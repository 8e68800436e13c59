import { shortMoment } from '../../../base/short-moment.ts';
import { shiftDay, weekdayOf } from '../../../base/working-days.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';

/** How a plan writes its days: those of its zone, in one language. */
export interface PlanDays {
  dayOf(instant: string): string;
  mondayOf(instant: string): string;
  /** `Mon 4 Jan`, without the year. */
  brief(instant: string): string;
  /** `4 Jan 2027`. */
  date(day: string): string;
  /** `09:00`. */
  clock(instant: string): string;
  /** When a step begins: `Mon 4 Jan 2027`, with the hour where it has one. */
  begin(step: Pick<TimelineStep, 'startsAt' | 'isWholeDay'>): string;
  /** The day until which something is due; the end of a day is that day. */
  deadline(instant: string): string;
}

export function planDays({ timezone }: Timeline, language: FactLanguage): PlanDays {
  const parts = (instant: string) => {
    const [day = '', clock = ''] = shortMoment(language, instant, timezone).split(', ');
    return { day, clock };
  };
  const dayOf = (instant: string) => dayAt(instant, timezone);
  const noon = (day: string) => shortMoment(language, `${day}T12:00:00Z`, 'UTC').split(', ')[0] ?? day;
  const brief = (instant: string) => parts(instant).day.replace(/ \d{4}$/, '');
  return {
    dayOf,
    mondayOf: (instant) => {
      const day = dayOf(instant);
      return shiftDay(day, 1 - weekdayOf(day));
    },
    brief,
    date: (day) => noon(day).replace(/^\S+ /, ''),
    clock: (instant) => parts(instant).clock,
    begin: ({ startsAt, isWholeDay }) => (isWholeDay ? parts(startsAt).day : shortMoment(language, startsAt, timezone)),
    deadline: (instant) => {
      // A second before: the end of a day is midnight, and belongs to the next one.
      const { day, clock } = parts(instant);
      const isMidnight = clock.startsWith('00:00');
      return isMidnight
        ? brief(new Date(Date.parse(instant) - 1000).toISOString())
        : `${day.replace(/ \d{4}$/, '')}, ${clock}`;
    },
  };
}
