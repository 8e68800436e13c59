/** Every rule over the texts of an exit, in the order of docs/draft-check.md. The number of a rule is its place, from 1. */
export const lintRuleIds = [
  'last-day',
  'time-zone',
  'successors',
  'one-reason',
  'who-hears-first',
  'card-first',
  'too-long',
  'placeholder',
  'promise-without-step',
  'deleted-or-frozen',
  'absolutes',
  'leaked-memo',
  'links',
  'utm',
  'successor-account',
  'dead-handle',
  'contact',
  'fate',
  'form-of-address',
  'tone',
  'alt-text',
  'hashtags',
  'shouting',
  'readability',
  'first-lines',
  'thanks',
  'imprint',
  'calendar',
  'counting',
  'hostile-questions',
  'same-facts',
  'signpost-pages',
  'approval',
  'spelling',
] as const;

export type LintRuleId = (typeof lintRuleIds)[number];

/** error: it must not go out like this · warning: somebody has to look at it · hint: good to know. */
export const lintSeverities = ['error', 'warning', 'hint'] as const;

export type LintSeverity = (typeof lintSeverities)[number];

/** What lastpost.yaml says about the rules, under `exit.check`. */
export interface LintSettings {
  /** Instead of the severity that a rule comes with; `off`: it is not asked. */
  readonly rules: Readonly<Partial<Record<LintRuleId, LintSeverity | 'off'>>>;
  readonly exceptions: readonly LintException[];
  /** Name or file of the playbook that promises are held against; null: the run under way, else the one for the platform. */
  readonly playbook: string | null;
  /** Names and words that no dictionary has. */
  readonly words: readonly string[];
}

/** One place where a rule is wrong, and why. */
export interface LintException {
  readonly rule: LintRuleId;
  /** `de/announcement-x`, `announcement-x` in all languages, or a kind of draft; null: everywhere. */
  readonly draft: string | null;
  /** Only findings whose sentence has these words; null: all of the rule there. */
  readonly words: string | null;
  readonly reason: string;
}

export const noLintSettings: LintSettings = { rules: {}, exceptions: [], playbook: null, words: [] };
