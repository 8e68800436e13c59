import type { LocalText } from '../platform.ts';
import type { Audience } from './exit-facts.ts';

/** A moment at which somebody hears of an exit. */
export interface AudienceMoment {
  /** `2027-01-31T10:00` in the zone of the exit. */
  readonly at: string;
  readonly audience: Audience;
  /** `announcement-x` where all languages go out then, else `de/announcement-x`; [] where only facts or a step say so. */
  readonly drafts: readonly string[];
  /** Ids of steps that were done then and sent drafts out; where an audience has no draft, of those that are planned to. */
  readonly steps: readonly string[];
  /** Where no draft is there for an audience: it is what lastpost.yaml says. */
  readonly isFact: boolean;
}

/** Somebody who hears of it too early. */
export interface HeardTooEarly {
  /** Who should have heard of it before. */
  readonly before: Audience;
  /** A draft or a step. */
  readonly what: string;
  readonly at: string;
  readonly message: LocalText;
}

/** Who knows when, from the drafts as their files are. */
export interface AudienceLine {
  readonly brand: string;
  /** IANA name: of every moment here. */
  readonly timezone: string;
  readonly lastDay: string;
  /** The earliest first. */
  readonly moments: readonly AudienceMoment[];
  /** [] where nobody of the public hears of it before those who have to answer. */
  readonly tooEarly: readonly HeardTooEarly[];
  /** Hours from the last memo to the first word to the public; null where one of the two is nowhere said. */
  readonly staffAheadHours: number | null;
}
