import { isoTime } from '../base/clock.ts';
import type { NewEntry } from '../model/run/journal-entry.ts';
import type { RunEvent } from '../model/run/run-event.ts';
import type { RunDeps } from './run-deps.ts';

/** What an entry is about; `person` where somebody said or did it. */
export interface About {
  readonly step?: string | null;
  readonly attempt?: number | null;
  readonly person?: string | null;
}

export type EntryMaker = (event: RunEvent, about?: About) => NewEntry;

/** Makes entries of this process, at the time its clock shows. */
export function entryMaker({ clock, host, pid }: Pick<RunDeps, 'clock' | 'host' | 'pid'>): EntryMaker {
  return (event, { step = null, attempt = null, person = null } = {}) => ({
    ...event,
    step,
    attempt,
    by: { person, host, pid },
    at: isoTime(clock.now()),
  });
}
