export type FindingSeverity = 'error' | 'warning';

/** Something in a playbook file that would go wrong in a run, or could. No secret ever stands in it. */
export interface PlaybookFinding {
  /** `playbook.cycle`; stable. */
  readonly code: string;
  readonly severity: FindingSeverity;
  /** As it was named, or its path. */
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /** The whole line as it should be, where that is plain; null elsewhere. */
  readonly replacement: string | null;
}

/** Nothing starts as long as there is one. */
export function isSound(findings: readonly PlaybookFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}
