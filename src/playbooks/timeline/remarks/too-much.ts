import { calendarDayIn } from '../../../base/zoned-format.ts';
import type { PlanRemark, TimelineStep } from '../../../model/playbook/timeline.ts';
import { MINUTE_MS } from '../../../model/run/open-hours.ts';
import { speakersFor } from '../../../model/run/speakers.ts';
import type { Schedule } from '../schedule.ts';
import { hoursIn } from './hours-text.ts';
import type { PlanFacts } from './plan-facts.ts';
import { inBoth, quoted, titlesOf } from './remark-words.ts';

/** What one person can do in a day. */
const DAY_MINUTES = 480;

interface Load {
  readonly role: string;
  readonly day: string;
  minutes: number;
  readonly steps: TimelineStep[];
}

/** Days on which a role has more to do than its people have hours. */
export function tooMuchRemarks({ steps, scheduled, people, workers }: PlanFacts): readonly PlanRemark[] {
  const loads = new Map<string, Load>();
  for (const step of steps) {
    for (const role of workers(step)) addWork(step, role, scheduled, loads);
  }
  return [...loads.values()]
    .filter(({ role, day, minutes }) => minutes > DAY_MINUTES * headcount(role, day, people))
    .map(({ role, day, minutes, steps: all }) => ({
      code: 'too-much',
      severity: 'warning',
      steps: all.map(({ id }) => id),
      message: inBoth((language) => {
        const [name, when] = [quoted(role, language), calendarDayIn(language, day)];
        const [hours, titles] = [hoursIn(language, minutes), titlesOf(all, language)];
        const count = headcount(role, day, people);
        return language === 'de'
          ? `${name} hat am ${when} ${hours} zu tun, zu ${count === 1 ? 'einer Person' : `${count} Personen`}: ${titles}.`
          : `${name} has ${hours} of work on ${when}, for ${count === 1 ? 'one person' : `${count} people`}: ${titles}.`;
      }),
      fix: {
        de: 'Verteile die Termine auf mehrere Tage, oder gib die Rolle einer weiteren Person.',
        en: 'Spread the dates over several days, or give the role to one more person.',
      },
    }));
}

function headcount(role: string, day: string, people: PlanFacts['people']): number {
  return Math.max(1, people === null ? 1 : speakersFor(role, people, day).length);
}

/** Work goes on from the beginning of its step, in the open hours of each day. */
function addWork(step: TimelineStep, role: string, { tasks }: Schedule, loads: Map<string, Load>): void {
  const task = tasks.byId.get(step.id);
  let left = step.effortMinutes ?? 0;
  let at = Date.parse(step.startsAt);
  while (task !== undefined && left > 0) {
    at = task.hours.next(at);
    const day = tasks.days.dayOf(at);
    const room = Math.max(1, Math.floor((tasks.days.closes(day) - at) / MINUTE_MS));
    const minutes = Math.min(left, at < tasks.days.closes(day) ? room : left);
    const load = loads.get(`${role}\n${day}`) ?? { role, day, minutes: 0, steps: [] };
    loads.set(`${role}\n${day}`, load);
    load.minutes += minutes;
    if (!load.steps.includes(step)) load.steps.push(step);
    left -= minutes;
    at += minutes * MINUTE_MS;
  }
}
