import type { StatementGapKind } from '../../model/statement.ts';

/** What a gap is told with. */
export interface GapFacts {
  readonly count: number;
  /** All are, where one is missing: so many hold export and crawl together. */
  readonly holds: number;
  /** What the platform counts; null where nothing says. */
  readonly expected: number | null;
  /** The number may count what strangers do not see. */
  readonly mayBeHidden: boolean;
  readonly hasExport: boolean;
  /** The command's name for the channel. */
  readonly channel: string;
  /** Pictures that exports of this kind never hold, of posts that only they hold. */
  readonly areNowhere: boolean;
  /** Files that the statement rests on are gone. */
  readonly lostFiles: number;
}

export interface GapTexts {
  readonly reason: string;
  readonly remedy: string;
}

/** Each kind of gap as one language says it. */
export type GapTelling = Readonly<Record<StatementGapKind, (facts: GapFacts) => GapTexts>>;
