import { createEvents, type EventAttributes } from 'ics';
import { sha256 } from '../../base/digest.ts';
import { escapedText, foldedByOctets, plainText } from '../../base/ics-text.ts';
import { localToInstant } from '../../base/zoned-time.ts';
import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import { kindTitles } from '../kind-titles.ts';
import type { CalendarEvent, CalendarMemory } from './calendar-memory.ts';
import { exitCalendarWords } from './calendar-words.ts';
import type { ExportedDraft, ExportKit } from './export-kit.ts';
import { exportWords } from './export-words.ts';

/** Who is on duty, by name. */
export type NameOfPerson = (id: string) => string;

/**
 * What goes out when: an event for each kind and moment, with its channels and languages, and one for each time of duty. A kind
 * that goes out at several moments has the event of most of its drafts under its own key, and the others under the key of their
 * first draft.
 */
export function calendarEvents(
  drafts: readonly ExportedDraft[],
  { facts }: ExportKit,
  language: 'de' | 'en',
  nameOf: NameOfPerson,
): readonly CalendarEvent[] {
  const words = exitCalendarWords[language];
  const events = [...groupsOf(drafts)].flatMap(([kind, groups]) =>
    groups.map((group, at): CalendarEvent => {
      const [first] = group;
      const key = at === 0 ? kind : `${kind}/${first?.draft.locale}/${first?.draft.id}`;
      const places = [...new Set(group.flatMap(({ place }) => place ?? []))];
      const audience = exportWords[language].audience[first?.draft.audience ?? 'public'];
      const files = group.map(({ file }) => file);
      return {
        key,
        title: words.event(kindTitles[language][kind], places),
        description: [words.to(audience), words.files, ...files].join('\n'),
        start: localToInstant(first?.draft.publishAt ?? '', facts.timezone),
        end: null,
      };
    }),
  );
  const counts = new Map<string, number>();
  const duties = facts.duty.map(({ person, from, until }): CalendarEvent => {
    const number = (counts.get(person) ?? 0) + 1;
    counts.set(person, number);
    return {
      key: `duty/${person}/${number}`,
      title: words.duty(nameOf(person)),
      description: words.dutyHint,
      start: localToInstant(from, facts.timezone),
      end: localToInstant(until, facts.timezone),
    };
  });
  return [...events, ...duties].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** Drafts with a moment by kind, and of a kind by moment: the moment of most of them first, then the earliest. */
function groupsOf(drafts: readonly ExportedDraft[]): ReadonlyMap<DraftKind, readonly (readonly ExportedDraft[])[]> {
  const kinds = new Map<DraftKind, Map<string, ExportedDraft[]>>();
  for (const exported of drafts) {
    const { kind, publishAt } = exported.draft;
    if (publishAt === null) continue;
    const moments = kinds.get(kind) ?? new Map<string, ExportedDraft[]>();
    moments.set(publishAt, [...(moments.get(publishAt) ?? []), exported]);
    kinds.set(kind, moments);
  }
  return new Map(
    [...kinds].map(([kind, moments]) => {
      const groups = [...moments].sort(([at, a], [before, b]) => b.length - a.length || (at < before ? -1 : 1));
      return [kind, groups.map(([, group]) => group)] as const;
    }),
  );
}

/** What the UIDs of an exit's events have in common: made from the brand and what it leaves, and kept from then on. */
export function exitName({ brand, facts }: Pick<ExportKit, 'brand' | 'facts'>): string {
  return sha256(JSON.stringify([brand, ...facts.leaves.map(({ channel }) => channel)])).slice(7, 23);
}

/** The events as an iCalendar text. @param exit as `exitName` has it @see RFC 5545 */
export function writeIcs(events: CalendarMemory, exit: string, kit: ExportKit, language: 'de' | 'en'): string {
  const { error, value } = createEvents(
    events.map((event) => attributesOf(event, exit, kit)),
    {
      productId: '-//Lastpost//Farewell calendar//EN',
      // Without a method nothing is invited and nothing published: it is a copy of a calendar.
      method: '',
      calName: escapedText(exitCalendarWords[language].calendar(kit.brand)),
    },
  );
  if (error !== null || value === null) throw new Error('The calendar could not be written.', { cause: error });
  return foldedByOctets(value);
}

function attributesOf(
  { key, title, description, start, end, sequence, isCancelled }: CalendarMemory[number],
  exit: string,
  { madeAt }: ExportKit,
): EventAttributes {
  const attributes = {
    uid: `${exit}/${key.split('/').map(encodeURIComponent).join('/')}@lastpost`,
    sequence,
    timestamp: Date.parse(madeAt),
    title: plainText(title),
    description: plainText(description),
    status: isCancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    transp: end === null ? 'TRANSPARENT' : 'OPAQUE',
    start: Date.parse(start),
    ...(end === null ? {} : { end: Date.parse(end) }),
  };
  // An event without an end is a moment. The types of the package ask for one, its code and the standard do not.
  return attributes as EventAttributes;
}
