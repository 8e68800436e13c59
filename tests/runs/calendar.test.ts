import { describe, expect, it } from 'vitest';
import type { RunView } from '../../src/model/run/run-view.ts';
import { type CalendarOptions, runCalendar } from '../../src/runs/calendar.ts';
import { type IcsComponent, only, readIcs, textOf } from './read-ics.ts';
import { viewOf } from './view-of-run.ts';

const anna = { id: 'anna', name: 'Anna Krüger', role: 'brand', insteadOf: null };
const jo = { id: 'jo', name: 'Jo "JJ" Lee', role: 'legal', insteadOf: null };

const options: CalendarOptions = {
  language: 'en',
  now: new Date('2026-11-26T12:00:00.000Z'),
  holidays: null,
  remind: () => [],
  person: (id) =>
    ({
      anna: { name: anna.name, email: 'anna@brandt.example' },
      jo: { name: jo.name, email: 'jo@brandt.example' },
      kim: { name: 'Kim', email: 'kim@münchen.example' },
      noor: { name: 'Noor', email: null },
    })[id],
};

function eventsOf(view: RunView, more: Partial<CalendarOptions> = {}): readonly IcsComponent[] {
  return readIcs(Buffer.from(runCalendar(view, { ...options, ...more }))).components;
}

function oneOf(view: RunView, more: Partial<CalendarOptions> = {}): IcsComponent {
  const events = eventsOf(view, more);
  expect(events).toHaveLength(1);
  return events[0] as IcsComponent;
}

const due = { dueAt: '2026-12-04T23:00:00.000Z' };
const triggers = (event: IcsComponent) => event.components.map((alarm) => only(alarm, 'TRIGGER')?.value);

describe('a calendar of a run', () => {
  it('has what is due as a whole day, in the zone of the run', () => {
    const event = oneOf(viewOf([due]));
    expect(only(event, 'DTSTART')).toEqual({ name: 'DTSTART', parameters: { VALUE: 'DATE' }, value: '20261204' });
    expect(only(event, 'DTEND')).toEqual({ name: 'DTEND', parameters: { VALUE: 'DATE' }, value: '20261205' });
    expect(textOf(event, 'SUMMARY')).toBe('Due: Tell the staff – Leave X');
    expect(textOf(event, 'DESCRIPTION')).toContain('To be done by Fri, 4 December 2026.');
    expect(only(event, 'TRANSP')?.value).toBe('TRANSPARENT');
    const elsewhere = oneOf(viewOf([due], { timezone: 'UTC' }));
    expect(only(elsewhere, 'DTSTART')?.value).toBe('20261204T230000Z');
    expect(only(elsewhere, 'DTEND')).toBeUndefined();
  });

  it('has the last day of a year and the days on which the clocks change as one day each', () => {
    const days = ['2026-12-31T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-10-25T23:00:00.000Z'].map((dueAt) => {
      const event = oneOf(viewOf([{ dueAt }]));
      return [only(event, 'DTSTART')?.value, only(event, 'DTEND')?.value];
    });
    expect(days).toEqual([
      ['20261231', '20270101'],
      ['20260329', '20260330'],
      ['20261025', '20261026'],
    ]);
  });

  it('has the end of a wait, a deadline and a release as moments', () => {
    const events = eventsOf(
      viewOf([
        { id: 'grace', type: 'wait', waits: 'timer', timerAt: '2026-12-23T23:00:00.000Z' },
        { id: 'signoff', type: 'approval', waits: 'approval', timerAt: '2026-12-10T14:00:00.000Z' },
        {
          id: 'deactivate',
          isIrreversible: true,
          isReleased: true,
          releasedUntil: '2026-11-27T12:00:00.000Z',
          timerAt: '2026-11-27T12:00:00.000Z',
        },
      ]),
    );
    expect(events.map((event) => [textOf(event, 'UID'), only(event, 'DTSTART')?.value])).toEqual([
      ['run-7k2m/grace/wait@lastpost', '20261223T230000Z'],
      ['run-7k2m/signoff/deadline@lastpost', '20261210T140000Z'],
      ['run-7k2m/deactivate/release@lastpost', '20261127T120000Z'],
    ]);
    const [wait, , release] = events as [IcsComponent, IcsComponent, IcsComponent];
    expect(textOf(wait, 'DESCRIPTION')).toContain('After this the run goes on: Thu, 24 December 2026, 00:00 (Berlin).');
    expect(triggers(release)).toEqual(['20261127T110000Z', '20261127T120000Z']);
    expect(textOf(release, 'DESCRIPTION')).toContain('This step cannot be undone.');
  });

  it('says nothing of steps without a date, nor of the next attempt of a machine', () => {
    const view = viewOf([
      {},
      { id: 'archive', type: 'snapshot', waits: 'back-off', timerAt: '2026-11-26T12:05:00.000Z' },
    ]);
    expect(eventsOf(view)).toEqual([]);
  });

  it('reminds in the morning, and not of what is past', () => {
    const remind = () => ['7d', '1d', '30d'];
    expect(triggers(oneOf(viewOf([due]), { remind }))).toEqual(['20261127T080000Z', '20261203T080000Z']);
    const alarm = oneOf(viewOf([due]), { remind }).components[0] as IcsComponent;
    expect(only(alarm, 'ACTION')?.value).toBe('DISPLAY');
    expect(textOf(alarm, 'DESCRIPTION')).toBe('Due: Tell the staff – Leave X (Fri, 4 December 2026)');
  });

  it('invites whom a step waits for, in the name of who began the run, and lets no calendar mail them', () => {
    const others = [
      jo,
      { ...jo, id: 'kim', name: 'Kim' },
      { ...jo, id: 'noor', name: 'Noor' },
      { ...jo, id: 'nobody', name: 'Nobody' },
    ];
    const event = oneOf(viewOf([{ ...due, waitingOn: [anna, ...others] }]));
    expect(only(event, 'ORGANIZER')).toMatchObject({ parameters: { CN: 'Anna Krüger' } });
    const attendees = event.properties.filter(({ name }) => name === 'ATTENDEE');
    expect(attendees.map(({ value }) => value)).toEqual(['mailto:anna@brandt.example', 'mailto:jo@brandt.example']);
    expect(attendees[1]?.parameters).toMatchObject({ CN: "Jo 'JJ' Lee", 'SCHEDULE-AGENT': 'NONE' });
    expect(textOf(event, 'DESCRIPTION')).toContain('Waiting for: Anna Krüger, Jo "JJ" Lee, Kim, Noor, Nobody');
    const calendar = readIcs(Buffer.from(runCalendar(viewOf([due]), options)));
    expect(only(calendar, 'METHOD')).toBeUndefined();
  });

  it('has no attendees where who began the run has no address', () => {
    const person = (id: string) => (id === 'anna' ? undefined : options.person(id));
    const event = oneOf(viewOf([{ ...due, waitingOn: [jo] }]), { person });
    expect(event.properties.some(({ name }) => name === 'ATTENDEE' || name === 'ORGANIZER')).toBe(false);
  });

  it('says in German what a German reads', () => {
    const view = viewOf([{ ...due, waitingOn: [anna], instructions: { de: 'Rundmail; danach anrufen.', en: '-' } }]);
    const text = runCalendar(view, { ...options, language: 'de' });
    const event = readIcs(Buffer.from(text)).components[0] as IcsComponent;
    expect(textOf(event, 'SUMMARY')).toBe('Fällig: Belegschaft informieren – X verlassen');
    expect(textOf(event, 'DESCRIPTION')).toBe(
      'Zu erledigen bis Fr., 4. Dezember 2026.\n\nGewartet wird auf: Anna Krüger\n\nRundmail; danach anrufen.\n\n' +
        'Durchlauf run-7k2m, Schritt memo. Den Stand zeigt: lastpost run explain run-7k2m',
    );
  });
});

describe('another export of the same run', () => {
  const steps = [due, { id: 'x/grace', type: 'wait' as const, timerAt: '2026-12-20T12:00:00.000Z' }];
  const uids = (view: RunView) => eventsOf(view).map((event) => textOf(event, 'UID'));

  it('has the same UIDs and a greater SEQUENCE, so that calendars replace what they have', () => {
    const moved = [
      { dueAt: '2027-01-04T23:00:00.000Z', title: { de: 'Neu', en: 'New' } },
      { ...steps[1], timerAt: '2027-01-20T12:00:00.000Z' },
    ];
    const [before, after] = [viewOf(steps), viewOf(moved, {}, 13)];
    expect(uids(before)).toEqual(['run-7k2m/memo/due@lastpost', 'run-7k2m/x/grace/wait@lastpost']);
    expect(uids(after)).toEqual(uids(before));
    const sequences = [before, after].map((view) =>
      eventsOf(view).map((event) => Number(only(event, 'SEQUENCE')?.value)),
    );
    expect(sequences).toEqual([
      [12, 12],
      [13, 13],
    ]);
  });

  it('is the same text, byte for byte, at the same time', () => {
    expect(runCalendar(viewOf(steps), options)).toBe(runCalendar(viewOf(steps), options));
    expect(only(oneOf(viewOf([due])), 'DTSTAMP')?.value).toBe('20261126T120000Z');
  });

  it('gives no two steps one UID, whatever they are called', () => {
    const ids = ['a b', 'a-b', 'a%20b', 'a;b', 'ä', 'a/b', 'a,b\nc'];
    const found = uids(viewOf(ids.map((id) => ({ ...due, id }))));
    expect(new Set(found).size).toBe(ids.length);
    for (const uid of found) expect(uid).toMatch(/^[\w/%.-]+@lastpost$/);
  });

  it('takes the events back when the run was cancelled', () => {
    const cancelled = { at: '2026-11-26T11:00:00.000Z', person: 'anna', reason: 'Sold' };
    const events = eventsOf(viewOf(steps, { cancelled }), { remind: () => ['1d'] });
    expect(events.map((event) => [textOf(event, 'UID'), only(event, 'STATUS')?.value, event.components])).toEqual([
      ['run-7k2m/memo/due@lastpost', 'CANCELLED', []],
      ['run-7k2m/x/grace/wait@lastpost', 'CANCELLED', []],
    ]);
  });

  it('takes back what was skipped, and keeps what is done without its alarms', () => {
    const view = viewOf([
      { ...due, id: 'skipped', state: 'skipped' },
      { ...due, id: 'done', state: 'succeeded' },
    ]);
    const events = eventsOf(view, { remind: () => ['1d'] });
    expect(events.map((event) => [only(event, 'STATUS')?.value, textOf(event, 'SUMMARY'), event.components])).toEqual([
      ['CANCELLED', 'Due: Tell the staff – Leave X', []],
      ['CONFIRMED', 'Done: Tell the staff – Leave X', []],
    ]);
  });
});

describe('the text of a calendar', () => {
  const odd = 'Ä; b, c\\n d: "e"\nneue Zeile\r\nnoch eine\r😀'.repeat(12);

  it('holds any words unchanged, folded at 75 octets and never inside a character', () => {
    const step = { ...due, title: { de: odd, en: odd }, instructions: { de: odd, en: odd } };
    const view = viewOf([step], { title: { de: odd, en: odd } });
    const calendar = readIcs(Buffer.from(runCalendar(view, { ...options, language: 'de', remind: () => ['1d'] })));
    const event = calendar.components[0] as IcsComponent;
    const alarm = event.components[0] as IcsComponent;
    const plain = odd.replace(/\r\n?/g, '\n');
    expect(textOf(calendar, 'X-WR-CALNAME')).toBe(plain);
    expect(textOf(event, 'SUMMARY')).toBe(`Fällig: ${plain} – ${plain}`);
    expect(textOf(event, 'DESCRIPTION')).toContain(plain);
    expect(textOf(alarm, 'DESCRIPTION')).toContain(plain);
  });

  it('cannot be left by a title that tries to begin an event of its own', () => {
    const title = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\u0000';
    const event = oneOf(viewOf([{ ...due, title: { de: title, en: title }, waitingOn: [jo] }]), {
      person: () => ({ name: title, email: 'a@b.example' }),
    });
    expect(textOf(event, 'UID')).toBe('run-7k2m/memo/due@lastpost');
    expect(textOf(event, 'SUMMARY')).toContain('x\nEND:VEVENT');
  });

  it('is a calendar without events where nothing has a date', () => {
    expect(eventsOf(viewOf([]))).toEqual([]);
  });
});
