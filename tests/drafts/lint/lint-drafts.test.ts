import { beforeAll, expect, test } from 'vitest';
import { lastDayRule } from '../../../src/drafts/lint/rules/01-last-day.ts';
import { sarifLog } from '../../../src/drafts/lint/sarif.ts';
import { type LintSettings, noLintSettings } from '../../../src/model/farewell/lint/lint-rules.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const wrong = { 'de/announcement-x': edit('31. Dezember 2026', '30. Dezember 2026') };
const rules = [lastDayRule];
const check = (settings: Partial<LintSettings>) =>
  demo.check(wrong, { rules, settings: { ...noLintSettings, ...settings } });

test('a rule can be made less grave, or silent', () => {
  expect(check({}).findings.map(({ severity }) => severity)).toEqual(['error']);
  expect(check({ rules: { 'last-day': 'hint' } }).findings.map(({ severity }) => severity)).toEqual(['hint']);
  expect(check({ rules: { 'last-day': 'off' } }).findings).toEqual([]);
});

const exception = { rule: 'last-day', draft: null, words: null, reason: 'Said so on purpose.' } as const;

test.each([
  [{ draft: 'de/announcement-x' }, 0],
  [{ draft: 'announcement-x' }, 0],
  [{ draft: 'announcement' }, 0],
  [{ draft: 'en/announcement-x' }, 1],
  [{ words: 'endet unsere Zeit' }, 0],
  [{ words: 'endet eure Zeit' }, 1],
])('an exception holds where it says it does: %o', (where, left) => {
  const one = { ...exception, ...where };
  const report = check({ exceptions: [one] });
  expect(report.findings).toHaveLength(left);
  expect(report.excepted.map((each) => each.exception)).toEqual(left === 0 ? [one] : []);
  expect(report.idle).toEqual(left === 0 ? [] : [one]);
});

test('the log for editors has rules, places, what clashes, the correction and what was excepted', () => {
  const report = check({});
  const options = { language: 'de', root: '/drafts', version: '1.2.3' } as const;
  const log = JSON.parse(JSON.stringify(sarifLog(report, rules, options)));
  const [run] = log.runs;
  expect([log.version, run.tool.driver.name, run.tool.driver.rules.map(({ id }: { id: string }) => id)]).toEqual([
    '2.1.0',
    'lastpost',
    ['last-day'],
  ]);
  const [result] = run.results;
  expect(result).toMatchObject({ ruleId: 'last-day', ruleIndex: 0, level: 'error' });
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  expect(artifactLocation).toEqual({ uri: 'de/announcement-x.md', uriBaseId: 'ROOT' });
  expect(region).toMatchObject({ startLine: 12, startColumn: 4, endLine: 12 });
  expect(result.relatedLocations[0].message.text).toContain('31. Dezember');
  const [replacement] = result.fixes[0].artifactChanges[0].replacements;
  expect(replacement.insertedContent.text).toContain('31. Dezember 2026');
  const excepted = check({ exceptions: [exception] });
  const suppressed = JSON.parse(JSON.stringify(sarifLog(excepted, rules, options))).runs[0].results;
  expect(suppressed).toMatchObject([{ suppressions: [{ justification: exception.reason }] }]);
  expect(briefly(excepted)).toEqual([]);
});
