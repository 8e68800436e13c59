import type { LintRule } from './lint-rule.ts';
import { lastDayRule } from './rules/01-last-day.ts';
import { timeZoneRule } from './rules/02-time-zone.ts';
import { successorsRule } from './rules/03-successors.ts';
import { oneReasonRule } from './rules/04-one-reason.ts';
import { whoHearsFirstRule } from './rules/05-who-hears-first.ts';
import { cardFirstRule } from './rules/06-card-first.ts';
import { tooLongRule } from './rules/07-too-long.ts';
import { placeholderRule } from './rules/08-placeholder.ts';
import { promiseWithoutStepRule } from './rules/09-promise-without-step.ts';
import { deletedOrFrozenRule } from './rules/10-deleted-or-frozen.ts';
import { absolutesRule } from './rules/11-absolutes.ts';
import { leakedMemoRule } from './rules/12-leaked-memo.ts';
import { linksRule } from './rules/13-links.ts';
import { utmRule } from './rules/14-utm.ts';
import { successorAccountRule } from './rules/15-successor-account.ts';
import { deadHandleRule } from './rules/16-dead-handle.ts';
import { contactRule } from './rules/17-contact.ts';
import { fateRule } from './rules/18-fate.ts';
import { formOfAddressRule } from './rules/19-form-of-address.ts';
import { toneRule } from './rules/20-tone.ts';
import { altTextRule } from './rules/21-alt-text.ts';
import { hashtagsRule } from './rules/22-hashtags.ts';
import { shoutingRule } from './rules/23-shouting.ts';
import { readabilityRule } from './rules/24-readability.ts';
import { firstLinesRule } from './rules/25-first-lines.ts';
import { thanksRule } from './rules/26-thanks.ts';
import { imprintRule } from './rules/27-imprint.ts';
import { calendarRule } from './rules/28-calendar.ts';
import { countingRule } from './rules/29-counting.ts';
import { hostileQuestionsRule } from './rules/30-hostile-questions.ts';
import { sameFactsRule } from './rules/31-same-facts.ts';
import { signpostPagesRule } from './rules/32-signpost-pages.ts';
import { approvalRule } from './rules/33-approval.ts';
import { spellingRule } from './rules/34-spelling.ts';

/** Every rule, in the order of `lintRuleIds`. */
export const lintRules: readonly LintRule[] = [
  lastDayRule,
  timeZoneRule,
  successorsRule,
  oneReasonRule,
  whoHearsFirstRule,
  cardFirstRule,
  tooLongRule,
  placeholderRule,
  promiseWithoutStepRule,
  deletedOrFrozenRule,
  absolutesRule,
  leakedMemoRule,
  linksRule,
  utmRule,
  successorAccountRule,
  deadHandleRule,
  contactRule,
  fateRule,
  formOfAddressRule,
  toneRule,
  altTextRule,
  hashtagsRule,
  shoutingRule,
  readabilityRule,
  firstLinesRule,
  thanksRule,
  imprintRule,
  calendarRule,
  countingRule,
  hostileQuestionsRule,
  sameFactsRule,
  signpostPagesRule,
  approvalRule,
  spellingRule,
];
