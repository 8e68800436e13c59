import type { VerifyProblem } from '../model/verify.ts';
import type { VerifyRule } from './verify-rules.ts';

/** Where a problem is. `offset` counts in `file`, or in the whole WACZ when `file` is ''. */
export interface Place {
  readonly file: string;
  readonly offset: number | null;
  readonly record?: string | null;
}

export type Report = (rule: VerifyRule, place: Place, message: string) => void;

export interface Findings {
  readonly report: Report;
  list(): readonly VerifyProblem[];
}

/** A ruined file can break a rule millions of times; the first hundred say enough. */
const KEPT_PER_RULE = 100;

/** Names from a hostile file must not fill a terminal, nor move its cursor. */
export function printable(text: string, maxLength = 200): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{fffd}');
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}

/** Collects problems in the order they are met; each rule keeps its first hundred and a count of the rest. */
export function createFindings(): Findings {
  const problems: VerifyProblem[] = [];
  const seen = new Map<VerifyRule, number>();
  return {
    report(rule, place, message) {
      const count = (seen.get(rule) ?? 0) + 1;
      seen.set(rule, count);
      if (count > KEPT_PER_RULE) return;
      const record = place.record === undefined || place.record === null ? null : printable(place.record);
      const { offset } = place;
      problems.push({ rule, file: printable(place.file), offset, record, message: printable(message, 1000) });
    },
    list() {
      const more = [...seen].filter(([, count]) => count > KEPT_PER_RULE);
      const notes = more.map(([rule, count]) => ({
        rule,
        file: '',
        offset: null,
        record: null,
        message: `${count - KEPT_PER_RULE} more problems of this kind are not listed.`,
      }));
      return [...problems, ...notes];
    },
  };
}
