import type { LintRule } from '../../src/drafts/lint/lint-rule.ts';
import { tooLongRule } from '../../src/drafts/lint/rules/07-too-long.ts';
import { placeholderRule } from '../../src/drafts/lint/rules/08-placeholder.ts';
import { absolutesRule } from '../../src/drafts/lint/rules/11-absolutes.ts';
import { linksRule } from '../../src/drafts/lint/rules/13-links.ts';
import { utmRule } from '../../src/drafts/lint/rules/14-utm.ts';
import { formOfAddressRule } from '../../src/drafts/lint/rules/19-form-of-address.ts';
import { toneRule } from '../../src/drafts/lint/rules/20-tone.ts';
import { altTextRule } from '../../src/drafts/lint/rules/21-alt-text.ts';
import { hashtagsRule } from '../../src/drafts/lint/rules/22-hashtags.ts';
import { shoutingRule } from '../../src/drafts/lint/rules/23-shouting.ts';
import { readabilityRule } from '../../src/drafts/lint/rules/24-readability.ts';
import { firstLinesRule } from '../../src/drafts/lint/rules/25-first-lines.ts';
import { thanksRule } from '../../src/drafts/lint/rules/26-thanks.ts';
import { countingRule } from '../../src/drafts/lint/rules/29-counting.ts';
import { approvalRule } from '../../src/drafts/lint/rules/33-approval.ts';

/** The rules that look at the words of each text alone. */
export const wordRules: readonly LintRule[] = [
  tooLongRule,
  placeholderRule,
  absolutesRule,
  linksRule,
  utmRule,
  formOfAddressRule,
  toneRule,
  altTextRule,
  hashtagsRule,
  shoutingRule,
  readabilityRule,
  firstLinesRule,
  thanksRule,
  countingRule,
  approvalRule,
];
