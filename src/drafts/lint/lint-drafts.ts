import { draftKinds } from '../../model/farewell/draft-kinds.ts';
import type { LintFinding, LintReport, UncheckedRule } from '../../model/farewell/lint/lint-finding.ts';
import {
  type LintException,
  type LintSettings,
  lintRuleIds,
  lintSeverities,
} from '../../model/farewell/lint/lint-rules.ts';
import type { LintKit } from './lint-kit.ts';
import type { LintRule } from './lint-rule.ts';

/** Asks every rule about all drafts together. @param rules those to ask, as a rule all of them */
export function lintDrafts(kit: LintKit, rules: readonly LintRule[], settings: LintSettings): LintReport {
  const all: LintFinding[] = [];
  const unchecked: UncheckedRule[] = [];
  for (const rule of rules) {
    const wished = settings.rules[rule.id];
    if (wished === 'off') continue;
    const because = rule.lacks?.(kit) ?? null;
    if (because !== null) unchecked.push({ rule: rule.id, because });
    else all.push(...rule.check(kit).map((said) => findingOf(rule, said, wished)));
  }
  const used = new Set<LintException>();
  const excepted: LintReport['excepted'][number][] = [];
  const findings: LintFinding[] = [];
  for (const finding of sorted(all)) {
    const exception = settings.exceptions.find((one) => isExcepted(finding, one));
    if (exception === undefined) {
      findings.push(finding);
      continue;
    }
    used.add(exception);
    excepted.push({ finding, exception });
  }
  const asked = new Set(rules.map(({ id }) => id));
  const idle = settings.exceptions.filter((one) => asked.has(one.rule) && !used.has(one));
  return { findings, excepted, idle, unchecked, drafts: kit.drafts.length };
}

type Said = ReturnType<LintRule['check']>[number];

function findingOf(rule: LintRule, said: Said, wished: LintFinding['severity'] | undefined): LintFinding {
  const { spot, message, fix, clash = null, edit = null } = said;
  return { rule: rule.id, severity: wished ?? said.severity ?? rule.severity, spot, clash, message, fix, edit };
}

function isExcepted({ rule, spot }: LintFinding, exception: LintException): boolean {
  if (rule !== exception.rule) return false;
  if (exception.words !== null && !(spot?.sentence ?? '').includes(exception.words)) return false;
  if (exception.draft === null) return true;
  return spot !== null && isOf(spot.draft, exception.draft);
}

/** `de/announcement-x` is of itself, of `announcement-x`, and of the kind `announcement`. */
function isOf(draft: string, name: string): boolean {
  const id = draft.slice(draft.indexOf('/') + 1);
  if (draft === name || id === name) return true;
  return (draftKinds as readonly string[]).includes(name) && id.startsWith(`${name}-`);
}

/** The gravest first, then as they stand in the files. The same said twice of one place is said once. */
function sorted(findings: readonly LintFinding[]): readonly LintFinding[] {
  const seen = new Set<string>();
  const keyOf = ({ rule, spot, message }: LintFinding): string =>
    JSON.stringify([rule, spot?.draft, spot?.line, spot?.column, message.en]);
  return findings
    .filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
    .sort(
      (a, b) =>
        lintSeverities.indexOf(a.severity) - lintSeverities.indexOf(b.severity) ||
        byText(a.spot?.draft ?? '', b.spot?.draft ?? '') ||
        (a.spot?.line ?? 0) - (b.spot?.line ?? 0) ||
        (a.spot?.column ?? 0) - (b.spot?.column ?? 0) ||
        lintRuleIds.indexOf(a.rule) - lintRuleIds.indexOf(b.rule),
    );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
