import type { Limit } from '../../model/channel.ts';

/** What of a limit bears on how one counts, besides the rule. */
export type CountedAs = Pick<Limit, 'what' | 'linkLength' | 'mentionsWithoutHost'>;

export interface CountingRule {
  /** How long a text is by this rule: a whole number, 0 for an empty text. */
  readonly count: (text: string, as: CountedAs) => number;
  /** False where a text is counted by another rule, such as an SMS by the other alphabet. Absent: it always counts so. */
  readonly isFor?: (text: string) => boolean;
}
