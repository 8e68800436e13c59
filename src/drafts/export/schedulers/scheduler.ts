import type { Fact, KnownFact, UnknownFact } from '../../../model/fact.ts';
import type { PublishingTool } from '../../../model/farewell/exit-facts.ts';
import type { Network } from '../export-kit.ts';

/** A post that a scheduler is given. */
export interface ScheduledPost {
  readonly text: string;
  /** `2027-01-29T10:00`, in the zone of the exit. */
  readonly local: string;
  /** The same in UTC: `2027-01-29T09:00:00Z`. */
  readonly utc: string;
  readonly networks: readonly Network[];
}

/** How a tool that publishes for a team takes posts in bulk. What it does not say is unknown, and said as unknown. */
export interface Scheduler {
  readonly tool: PublishingTool;
  readonly name: string;
  /** What stands in the first line; a tool that takes none has `hasHeading: false`. */
  readonly columns: KnownFact<readonly string[]>;
  readonly hasHeading: boolean;
  /** How a moment is written, for people: `dd/mm/yyyy HH:MM`. */
  readonly moment: KnownFact<string>;
  /** Of which clock its moments are: those of the exit, as the tool is set to, or UTC. */
  readonly clock: Fact<'of the tool' | 'UTC'>;
  /** The most posts in one file. */
  readonly rows: Fact<number>;
  /** How far apart two posts of a profile have to be, in minutes. */
  readonly apart: Fact<number>;
  /** How long before it goes out a post has to be handed over, in minutes. */
  readonly ahead: Fact<number>;
  /** Minutes of the hour are multiples of this. */
  readonly step: Fact<number>;
  /** How far apart two posts with the same words have to be, in hours. */
  readonly sameTextHours: Fact<number>;
  /** Networks that it names, by what it calls them in a file. `isClosed`: it takes no other. */
  readonly networks: Fact<{ readonly names: Readonly<Partial<Record<Network, string>>>; readonly isClosed: boolean }>;
  /** `profile`: a file is for one account, which is chosen in the tool. `all`: a row names where it goes. */
  readonly file: 'profile' | 'all';
  /** The cells of a row, in the order of the columns. */
  row(post: ScheduledPost): readonly string[];
  /** What a person has to know before they upload the file; one English sentence each. */
  readonly notes: readonly string[];
}

export const CHECKED_ON = '2026-11-27';

/** A fact with where and when it was read. */
export function said<T>(value: T, source: string, certainty: KnownFact<T>['certainty'] = 'high'): KnownFact<T> {
  return { value, source, checkedOn: CHECKED_ON, certainty };
}

/** Something that the tool's pages do not say, as far as they could be read. */
export function notSaid(source: string): UnknownFact {
  return { value: undefined, certainty: 'unknown', source, checkedOn: CHECKED_ON };
}

/** `2027-01-29T10:00` in its parts. */
export function partsOfLocal(local: string): Readonly<Record<'year' | 'month' | 'day' | 'time', string>> {
  const [date = '', time = ''] = local.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month, day, time };
}
