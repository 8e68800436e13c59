import type { LintRule } from '../../src/drafts/lint/lint-rule.ts';
import type { LintFinding } from '../../src/model/farewell/lint/lint-finding.ts';
import type { DemoLint, DemoMore } from './lint-demo.ts';

/** Where a text of a test stands; a reminder on X when nothing is said. */
export interface TextPlace extends DemoMore {
  readonly kind?: string;
  /** null: on none. */
  readonly channel?: string | null;
  readonly audience?: string;
  readonly address?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What one rule says of a text that somebody wrote by hand. */
export function findingsOf(
  demo: DemoLint,
  rule: LintRule,
  [locale, text]: readonly [locale: string, text: string],
  place: TextPlace = {},
): readonly LintFinding[] {
  const { kind = 'reminder-1', channel = 'x', audience = 'public', address = 'formal', fields = {}, ...more } = place;
  const head = { kind, ...(channel === null ? {} : { channel }), audience, address, fields };
  const name = `${locale}/${kind}-9`;
  const file = `---\n${JSON.stringify(head)}\n---\n\n${text}\n`;
  // Alone: reading seventy other files for each sentence takes a second.
  const alone = Object.fromEntries(Object.keys(demo.files).map((one) => [one, null]));
  return demo.check({ ...alone, [name]: file }, { ...more, rules: [rule] }).findings;
}

/** `warning: für immer` of each finding. */
export function wordsOf(findings: readonly LintFinding[]): readonly string[] {
  return findings.map(({ severity, spot }) => `${severity}: ${spot?.words}`);
}
