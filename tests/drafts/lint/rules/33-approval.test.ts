import { beforeAll, expect, test } from 'vitest';
import { approvalRule } from '../../../../src/drafts/lint/rules/33-approval.ts';
import { briefly, type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('a draft that nobody approved, or that was changed after it, is named; one for an emergency as a hint', () => {
  const approvals = new Map(
    Object.keys(demo.files).map((name) => [name, 'approved' as 'approved' | 'changed' | 'none']),
  );
  expect(demo.check({}, { rules: [approvalRule], approvals }).findings).toEqual([]);
  approvals.set('de/newsletter', 'changed').set('en/bio-x', 'none').set('en/crisis-politics', 'none');
  const report = demo.check({}, { rules: [approvalRule], approvals });
  expect(briefly(report, 'warning')).toEqual(['approval - 0', 'approval de/newsletter 16']);
  expect(briefly(report, 'hint')).toEqual(['approval - 0']);
  expect(report.findings.map(({ message }) => message.de)).toEqual([
    'Noch nicht freigegeben: en/bio-x.',
    '„de/newsletter“ wurde nach der Freigabe noch geändert.',
    'Noch nicht freigegeben: en/crisis-politics.',
  ]);
});

test('before anything is approved that is said twice, and not seventy times', () => {
  const report = demo.check({}, { rules: [approvalRule], approvals: new Map() });
  expect(report.findings.map(({ severity }) => severity)).toEqual(['warning', 'hint']);
  expect(report.findings[0]?.message.en).toMatch(
    /^Nobody has approved de\/[\w-]+, de\/[\w-]+, de\/[\w-]+ and \d\d more yet\.$/,
  );
});

test('a draft of which nothing is known is not approved', () => {
  expect(wordsOf(findingsOf(demo, approvalRule, ['de', 'A.'], { approvals: new Map() }))).toEqual([
    'warning: undefined',
  ]);
});
