import { describe, expect, it } from 'vitest';
import { type CalendarMemory, rememberEvents } from '../../../src/drafts/export/calendar-memory.ts';
import { calendarEvents, exitName, writeIcs } from '../../../src/drafts/export/write-ics.ts';
import { only, readIcs, textOf } from '../../runs/read-ics.ts';
import { HARD, kit, page, post } from './kit.ts';

const names = (id: string): string => (id === 'jona' ? 'Jona Yılmaz; "Ö", \\' : id);

function calendar(
  drafts: Parameters<typeof calendarEvents>[0],
  {
    before = [],
    now = '2027-01-02T10:00:00.000Z',
    isWhole = true,
    ...changes
  }: {
    before?: CalendarMemory;
    now?: string;
    isWhole?: boolean;
    duty?: ReturnType<typeof kit>['facts']['duty'];
  } = {},
) {
  const given = kit(changes);
  const { events, memory } = rememberEvents(before, calendarEvents(drafts, given, 'de', names), new Date(now), isWhole);
  const read = readIcs(Buffer.from(writeIcs(events, exitName(given), given, 'de')));
  const rows = read.components.map((event) => ({
    uid: only(event, 'UID')?.value.replace(/^[0-9a-f]{16}\//, ''),
    sequence: Number(only(event, 'SEQUENCE')?.value),
    start: only(event, 'DTSTART')?.value,
    end: only(event, 'DTEND')?.value,
    title: textOf(event, 'SUMMARY'),
    text: textOf(event, 'DESCRIPTION'),
    status: only(event, 'STATUS')?.value,
  }));
  return { rows, memory, read };
}

describe('the calendar of an exit', () => {
  it('has an event for each kind and moment, with its channels and files, and who is on duty', () => {
    const drafts = [
      post(),
      post({ locale: 'en' }),
      post({ channel: 'fedi' }),
      post({ channel: 'sky', publishAt: '2027-01-29T11:00' }),
      page({ kind: 'staff-memo', audience: 'staff', publishAt: '2027-01-28T09:00' }),
      post({ kind: 'last-post', publishAt: '2027-03-28T18:00' }),
      page({ kind: 'crisis-prize', publishAt: null }),
    ];
    const { rows, read } = calendar(drafts);
    expect(rows.map(({ uid, start, end, title }) => [uid, start, end, title])).toEqual([
      ['staff-memo@lastpost', '20270128T080000Z', undefined, 'Abschied – Mitteilung an alle im Haus'],
      ['duty/jona/1@lastpost', '20270129T080000Z', '20270129T173000Z', 'Abschied – Dienst: Jona Yılmaz; "Ö", \\'],
      ['announcement@lastpost', '20270129T090000Z', undefined, 'Abschied – Ankündigung: X, Mastodon'],
      ['announcement/de/announcement-sky@lastpost', '20270129T100000Z', undefined, 'Abschied – Ankündigung: Bluesky'],
      // After the clocks were set forward.
      ['last-post@lastpost', '20270328T160000Z', undefined, 'Abschied – Letzter Beitrag: X'],
    ]);
    expect(rows[2]?.text).toBe(
      'Für die Öffentlichkeit.\nTexte:\ndrafts/de/announcement-x.md\ndrafts/en/announcement-x.md\ndrafts/de/announcement-fedi.md',
    );
    expect(textOf(read, 'X-WR-CALNAME')).toBe('Abschied: Brandt & Söhne');
  });

  it('keeps its numbers when it is made again, and counts up where a moment changes', () => {
    const first = calendar([post(), post({ kind: 'last-post', publishAt: '2027-02-28T18:00' })]);
    const later = { before: first.memory, now: '2027-01-09T10:00:00.000Z' };
    const same = calendar([post(), post({ kind: 'last-post', publishAt: '2027-02-28T18:00' })], later);
    expect(same.rows).toEqual(first.rows);
    const moved = calendar([post(), post({ kind: 'last-post', publishAt: '2027-03-14T18:00' })], later);
    const [before, after] = [first, moved].map(({ rows }) => rows.find(({ uid }) => uid === 'last-post@lastpost'));
    expect(after?.start).toBe('20270314T170000Z');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
    expect(moved.rows[0]).toEqual(first.rows[0]);
  });

  it('counts up twice within a minute, and where nobody remembers what was before', () => {
    const at = (publishAt: string, before: CalendarMemory) => calendar([post({ publishAt })], { before, duty: [] });
    const one = at('2027-01-29T10:00', []);
    const two = at('2027-01-29T11:00', one.memory);
    const three = at('2027-01-29T12:00', two.memory);
    const sequences = [one, two, three].map(({ rows }) => rows[0]?.sequence ?? 0);
    expect(sequences).toEqual([sequences[0], (sequences[0] ?? 0) + 1, (sequences[0] ?? 0) + 2]);
    const lost = calendar([post()], { now: '2027-01-03T10:00:00.000Z', duty: [] });
    expect(lost.rows[0]?.sequence).toBeGreaterThan(sequences[2] ?? 0);
  });

  it('cancels what is no more, but not what was not asked for', () => {
    const reminder = post({ kind: 'reminder-1', publishAt: '2027-02-14T10:00' });
    const first = calendar([post(), reminder]);
    const gone = calendar([post()], { before: first.memory });
    expect(gone.rows.map(({ uid, status }) => `${uid} ${status}`)).toContain('reminder-1@lastpost CANCELLED');
    const [old, cancelled] = [first, gone].map(({ rows }) => rows.find(({ uid }) => uid === 'reminder-1@lastpost'));
    expect(cancelled?.sequence).toBeGreaterThan(old?.sequence ?? Number.NaN);
    const again = calendar([post()], { before: gone.memory });
    expect(again.rows).toEqual(gone.rows);
    const back = calendar([post(), reminder], { before: gone.memory });
    expect(back.rows.find(({ uid }) => uid === 'reminder-1@lastpost')?.status).toBe('CONFIRMED');
    const some = calendar([post()], { before: first.memory, isWhole: false });
    expect(some.rows.map(({ uid }) => uid)).not.toContain('reminder-1@lastpost');
    expect(some.memory.find(({ key }) => key === 'reminder-1')).toMatchObject({ isCancelled: false });
  });

  it('holds any words', () => {
    const { rows } = calendar([post({ channel: 'fedi' }, { place: HARD, file: `drafts/de/${HARD}.md` })], {
      duty: [],
    });
    expect(rows[0]?.title).toBe(`Abschied – Ankündigung: ${HARD}`);
    expect(rows[0]?.text).toContain(HARD);
  });
});
