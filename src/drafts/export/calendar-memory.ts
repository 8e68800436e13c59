import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/digest.ts';

/** An event as it is to be in a calendar. Instants are UTC ISO 8601. */
export interface CalendarEvent {
  /** Stays the same from export to export, for the same exit. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  /** null: a moment. */
  readonly end: string | null;
}

/** An event as it was exported last. */
export interface RememberedEvent extends CalendarEvent {
  readonly sequence: number;
  readonly isCancelled: boolean;
}

export type CalendarMemory = readonly RememberedEvent[];

/** Minutes since 2026: a number that grows on, also where nobody remembers the one before. */
function minuteOf(now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 60_000));
}

/**
 * What a calendar has to hold now. An event that is different has a higher SEQUENCE than before; one that is no more is cancelled
 * and kept, so that it goes from a calendar that has it.
 * @param isWhole false where `events` are only some of them: then those that are missing stay as they were, and are not given
 */
export function rememberEvents(
  before: CalendarMemory,
  events: readonly CalendarEvent[],
  now: Date,
  isWhole: boolean,
): { readonly events: CalendarMemory; readonly memory: CalendarMemory } {
  const known = new Map(before.map((event) => [event.key, event]));
  const current = events.map((event): RememberedEvent => numbered(event, known.get(event.key), false, now));
  const keys = new Set(events.map(({ key }) => key));
  const others = before.filter(({ key }) => !keys.has(key));
  const gone = isWhole ? others.map((event) => numbered(event, event, true, now)) : [];
  return { events: [...current, ...gone], memory: [...current, ...(isWhole ? gone : others)] };
}

function numbered(
  { key, title, description, start, end }: CalendarEvent,
  before: RememberedEvent | undefined,
  isCancelled: boolean,
  now: Date,
): RememberedEvent {
  const event = { key, title, description, start, end, isCancelled };
  const isSame = before !== undefined && digestOf(before) === digestOf(event);
  const sequence = isSame ? before.sequence : Math.max((before?.sequence ?? 0) + 1, minuteOf(now));
  return { ...event, sequence };
}

function digestOf({ title, description, start, end, isCancelled }: Omit<RememberedEvent, 'sequence' | 'key'>): string {
  return sha256(canonicalJson({ title, description, start, end, isCancelled }));
}
