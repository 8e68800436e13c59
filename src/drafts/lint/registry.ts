import type { LintRule } from './lint-rule.ts';
import { lastDayRule } from './rules/01-last-day.ts';
import { successorsRule } from './rules/03-successors.ts';

/** Every rule, in the order of `lintRuleIds`. */
export const lintRules: readonly LintRule[] = [lastDayRule, successorsRule];
