import type { Gap } from '../model/gap.ts';
import type { PlatformId } from '../model/platform.ts';
import type { FindingsBook } from './findings-book.ts';
import type { PostTally } from './post-tally.ts';

/** What an assessment is made of: all that was read from one archive, and what the crawl had to tell. */
export interface AssessInput {
  readonly platform: PlatformId;
  readonly channel: string | null;
  readonly url: string;
  readonly book: FindingsBook;
  /** All posts have gone by it. */
  readonly tally: PostTally;
  readonly gaps: readonly Gap[];
  readonly notes: readonly string[];
  /** What is known about an address that is not in the archive, as a phrase. */
  readonly whyMissing: (url: string) => string;
  readonly now: Date;
}
