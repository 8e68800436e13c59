import { canonicalJson } from '../../../base/canonical-json.ts';
import { sha256 } from '../../../base/digest.ts';
import { escapedText, foldedByOctets } from '../../../base/ics-text.ts';
import { parseMoment } from '../../../base/moment.ts';
import { shiftDay } from '../../../base/working-days.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { hoursIn } from '../remarks/hours-text.ts';

const words = {
  en: {
    plan: 'Plan',
    noReturn: 'This cannot be undone.',
    who: 'Who',
    work: 'Work',
    only: 'This is a plan: no run has begun.',
  },
  de: {
    plan: 'Plan',
    noReturn: 'Das lässt sich nicht rückgängig machen.',
    who: 'Wer',
    work: 'Aufwand',
    only: 'Das ist ein Plan; noch läuft nichts.',
  },
} as const;

/**
 * What people have to do in a plan, and the ends of waits, as a calendar. All of it is tentative. The same step of the same plan
 * has the same UID, whatever its dates are, so that a plan that was moved replaces what was imported; SEQUENCE grows by the minute.
 * @see RFC 5545
 */
export function planCalendar(timeline: Timeline, language: FactLanguage): string {
  const { title, madeAt, steps } = timeline;
  const key = sha256(canonicalJson(lastingInputs(timeline))).slice(-12);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lastpost//Plan//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapedText(`${words[language].plan}: ${title[language]}`)}`,
    ...steps
      .filter(({ kind }) => kind !== 'machine')
      .flatMap((step) => eventOf(step, timeline, { language, key, madeAt })),
    'END:VCALENDAR',
    '',
  ];
  return foldedByOctets(lines.join('\r\n'));
}

/** All but dates, which are what moves. */
function lastingInputs({ inputs }: Timeline) {
  const entries = Object.entries(inputs).filter(
    ([, value]) => typeof value !== 'string' || parseMoment(value, 'start') === undefined,
  );
  return Object.fromEntries(entries);
}

interface EventAround {
  readonly language: FactLanguage;
  readonly key: string;
  readonly madeAt: string;
}

function eventOf(step: TimelineStep, timeline: Timeline, { language, key, madeAt }: EventAround): readonly string[] {
  const path = ['plan', timeline.playbook, key, ...step.id.split('/')].map(encodeURIComponent).join('/');
  return [
    'BEGIN:VEVENT',
    `UID:${path}@lastpost`,
    `SEQUENCE:${Math.floor(Date.parse(madeAt) / 60_000)}`,
    `DTSTAMP:${compact(madeAt)}`,
    ...timesOf(step, timeline.timezone),
    `SUMMARY:${escapedText(`${step.title[language]} – ${timeline.title[language]}`)}`,
    `DESCRIPTION:${escapedText(descriptionOf(step, language))}`,
    'STATUS:TENTATIVE',
    // Nobody is busy because something is planned.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A wait is the moment at which it ends. An event without an end is a moment. */
function timesOf({ kind, startsAt, endsAt, isWholeDay }: TimelineStep, zone: string): readonly string[] {
  if (kind === 'wait') return [`DTSTART:${compact(endsAt)}`];
  if (isWholeDay) {
    const [first, last] = [dayAt(startsAt, zone), dayAt(endsAt, zone)];
    return [`DTSTART;VALUE=DATE:${bare(first)}`, `DTEND;VALUE=DATE:${bare(shiftDay(last, 1))}`];
  }
  return [`DTSTART:${compact(startsAt)}`, ...(endsAt > startsAt ? [`DTEND:${compact(endsAt)}`] : [])];
}

/** `2027-01-04T07:00:00.000Z` → `20270104T070000Z`. */
function compact(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function bare(day: string): string {
  return day.replaceAll('-', '');
}

function descriptionOf({ roles, people, effortMinutes, isIrreversible }: TimelineStep, language: FactLanguage): string {
  const say = words[language];
  const who = [roles.join(', '), people.join(', ')].filter((text) => text !== '').join(': ');
  return [
    ...(who === '' ? [] : [`${say.who}: ${who}`]),
    ...(effortMinutes === null ? [] : [`${say.work}: ${hoursIn(language, effortMinutes)}`]),
    ...(isIrreversible ? [say.noReturn] : []),
    say.only,
  ].join('\n');
}
