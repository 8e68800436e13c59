import type { Counting, LimitedText } from '../channel.ts';

/** One limit of a place, and how much of it a text takes. */
export interface Counted {
  readonly count: number;
  readonly most: number;
  readonly counting: Counting;
}

/** Every limit that holds for such a text; [] where none is known. */
export type Measure = (what: LimitedText, text: string) => readonly Counted[];

/** A place that drafts are written for, as far as they have to know it. */
export interface DraftChannel {
  /** Id of a channel of lastpost.yaml, `sms`, `google-business` or `newsletter`. */
  readonly id: string;
  /** `X`, `Mastodon` */
  readonly platform: string;
  /** As people write it there, with its @ where the platform has that; null where there is none. */
  readonly handle: string | null;
  /** What the account is called, where somebody wrote it down. */
  readonly name: string | null;
  /** Whether a text may be told in several posts there. */
  readonly threads: boolean;
  /** Whether people can write to the account in private. */
  readonly messages: boolean;
  readonly measure: Measure;
}
