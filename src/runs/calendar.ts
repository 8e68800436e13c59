import { createEvents, type EventAttributes } from 'ics';
import { escapedText, foldedByOctets, parameterText, plainText } from '../base/ics-text.ts';
import { shiftDay } from '../base/working-days.ts';
import { deadlineIn, zonedMomentIn } from '../base/zoned-format.ts';
import { dayAt } from '../base/zoned-time.ts';
import { deadlineAt, type ResolvedDate, remindAt } from '../model/run/dates.ts';
import type { Person } from '../model/run/people.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import { calendarWords, type EventKind } from './calendar-words.ts';

export interface CalendarOptions {
  readonly language: 'de' | 'en';
  /** Becomes DTSTAMP; reminders before it are left out. */
  readonly now: Date;
  /** As the plan has it, for reminders in working days. */
  readonly holidays: string | null;
  /** How long before the date of a step people are reminded, as its plan has it, filled in: `['7d', '1d']`. */
  remind(step: string): readonly string[];
  /** Who that id is. undefined: nobody knows. */
  person(id: string): Pick<Person, 'name' | 'email'> | undefined;
}

/** One dated thing about a step. */
interface StepEvent {
  readonly step: StepView;
  readonly kind: EventKind;
  readonly date: ResolvedDate;
  /** UTC ISO 8601 */
  readonly alarms: readonly string[];
}

/**
 * The dates of a run as an iCalendar text: what is due as whole days (as moments where an hour is named), the ends of waits,
 * deadlines and releases as moments. UIDs stay the same from export to export, so that an import replaces what was imported
 * before, and SEQUENCE grows with the journal. What is done stays, without its alarms; what was skipped or cancelled is
 * CANCELLED. Awaited people with an address are attendees where the person who started the run has one too, for a meeting
 * needs an organiser; SCHEDULE-AGENT keeps calendars from mailing them.
 * @throws KnownError `date.cannot-read` for a reminder that is no duration
 * @see RFC 5545, RFC 6638 7.1
 */
export function runCalendar(view: RunView, options: CalendarOptions): string {
  const events = view.steps.flatMap((step) => eventsOf(step, view, options));
  const { error, value } = createEvents(
    events.map((event) => attributesOf(event, view, options)),
    {
      productId: '-//Lastpost//Run calendar//EN',
      // Without a method nothing is invited and nothing published: it is a copy of a calendar, which may have attendees.
      method: '',
      calName: escapedText(view.title[options.language]),
    },
  );
  if (error !== null || value === null) throw new Error('The calendar could not be written.', { cause: error });
  return foldedByOctets(value);
}

function eventsOf(step: StepView, { timezone }: RunView, options: CalendarOptions): readonly StepEvent[] {
  const { isReleased, releasedUntil, dueAt, timerAt } = step;
  const remind = options.remind(step.id);
  const made: StepEvent[] = [];
  if (dueAt !== null) made.push(event('due', deadlineAt(dueAt, timezone), remind));
  if (timerAt !== null && timerAt !== releasedUntil && step.waits !== 'back-off') {
    // What waits until a day waits for its beginning: that is a moment, and not the end of the day before.
    made.push(
      event(step.type === 'wait' ? 'wait' : 'deadline', momentOf(timerAt, timezone), dueAt === null ? remind : []),
    );
  }
  if (isReleased && releasedUntil !== null) made.push(event('release', momentOf(releasedUntil, timezone), ['1h', '0']));
  return made;

  function event(kind: EventKind, date: ResolvedDate, before: readonly string[]): StepEvent {
    const context = { zone: timezone, holidays: options.holidays };
    const alarms = before
      .map((one) => remindAt(date, one, context))
      .filter((at) => Date.parse(at) >= options.now.getTime());
    return { step, kind, date, alarms };
  }
}

function momentOf(instant: string, zone: string): ResolvedDate {
  return { isWholeDay: false, startsAt: instant, endsAt: instant, day: dayAt(instant, zone) };
}

function attributesOf(event: StepEvent, view: RunView, options: CalendarOptions): EventAttributes {
  const { step, kind, date, alarms } = event;
  const words = calendarWords[options.language];
  const isCancelled = view.cancelled !== null || gone.has(step.state);
  const isDone = step.state === 'succeeded';
  const title = words.title(isDone ? 'done' : kind, step.title[options.language], view.title[options.language]);
  const when = (date.isWholeDay ? deadlineIn : zonedMomentIn)(options.language, date.endsAt, view.timezone);
  const attributes = {
    uid: uidOf(view.run.id, step.id, kind),
    sequence: view.run.head.seq,
    timestamp: options.now.getTime(),
    lastModified: Date.parse(view.run.changedAt),
    title: plainText(title),
    description: plainText(descriptionOf(event, when, view, options)),
    status: isCancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    // Nobody is busy because something is due.
    transp: 'TRANSPARENT' as const,
    ...timesOf(date),
    ...people(step, view, options),
    alarms: (isCancelled || isDone ? [] : alarms).map((at) => ({
      action: 'display' as const,
      // A duration would be written as P7DT, which RFC 5545 does not know.
      trigger: Date.parse(at),
      description: escapedText(words.alarm(title, when)),
    })),
  };
  // An event without an end is a moment. The types of the package ask for one, its code and the standard do not.
  return attributes as EventAttributes;
}

const gone: ReadonlySet<string> = new Set(['skipped', 'cancelled', 'compensated']);

/** Characters that mean something in an address of the web are escaped, so that no two steps have one UID. */
function uidOf(run: string, step: string, kind: EventKind): string {
  const path = [run, ...step.split('/'), kind].map(encodeURIComponent).join('/');
  return `${path}@lastpost`;
}

function timesOf({ isWholeDay, day, startsAt }: ResolvedDate): {
  start: EventAttributes['start'];
  end?: EventAttributes['start'];
} {
  if (!isWholeDay) return { start: Date.parse(startsAt) };
  return { start: dateArray(day), end: dateArray(shiftDay(day, 1)) };
}

function dateArray(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

function descriptionOf(
  { step, kind }: StepEvent,
  when: string,
  { run }: RunView,
  { language }: CalendarOptions,
): string {
  const words = calendarWords[language];
  const names = step.waitingOn.map(({ name }) => name).join(', ');
  return [
    words.when[kind](when),
    step.isIrreversible ? words.irreversible : '',
    names === '' ? '' : words.waitingOn(names),
    step.instructions?.[language].trim() ?? '',
    words.look(run.id, step.id),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function people(
  step: StepView,
  { run }: RunView,
  options: CalendarOptions,
): Pick<EventAttributes, 'organizer' | 'attendees'> {
  const organizer = contact(run.startedBy, options);
  const attendees = step.waitingOn.map(({ id }) => contact(id, options)).filter((one) => one !== undefined);
  if (organizer === undefined || attendees.length === 0) return {};
  return { organizer, attendees: attendees.map((one) => ({ ...one, role: 'REQ-PARTICIPANT', scheduleAgent: 'NONE' })) };
}

/** undefined where there is no address, or none that a calendar can hold. */
function contact(id: string, { person }: CalendarOptions): { name: string; email: string } | undefined {
  const known = person(id);
  if (known === undefined || known.email === null) return undefined;
  return ADDRESS.test(known.email) ? { name: parameterText(known.name), email: known.email } : undefined;
}

/** As the ics package checks it, which refuses the whole calendar for one address that it does not like. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
