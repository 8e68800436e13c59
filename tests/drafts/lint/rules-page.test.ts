import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintRules } from '../../../src/drafts/lint/registry.ts';
import { lintRuleIds } from '../../../src/model/farewell/lint/lint-rules.ts';
import { rulesPage } from '../../support/rules-page.ts';

const rules = new URL('../../../src/drafts/lint/rules/', import.meta.url);
const tests = new URL('./rules/', import.meta.url);

const numbered = (folder: URL, ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-/.test(name) && name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

const wanted = lintRuleIds.map((id, at) => `${String(at + 1).padStart(2, '0')}-${id}`);

test('every rule is asked, in its order, and has its file and its tests', () => {
  expect(lintRules.map(({ id }) => id)).toEqual(lintRuleIds);
  expect(numbered(rules, '.ts')).toEqual(wanted);
  expect(numbered(tests, '.test.ts')).toEqual(wanted);
});

test('every rule says in German and in English what it is for, and no two say the same', () => {
  for (const language of ['de', 'en'] as const) {
    const said = lintRules.flatMap(({ title, explanation }) => [title[language], explanation[language]]);
    expect(new Set(said).size).toBe(said.length);
    for (const { id, title, explanation } of lintRules) {
      expect(title[language].length, id).toBeLessThanOrEqual(80);
      expect(explanation[language], id).toMatch(/[.”“]$/);
    }
  }
});

test('the page of rules is the one that the rules make', async () => {
  await expect(rulesPage(lintRules)).toMatchFileSnapshot('../../../docs/draft-rules.md');
  expect(readFileSync(new URL('../../../docs/draft-check.md', import.meta.url), 'utf8')).toContain('(draft-rules.md)');
});
