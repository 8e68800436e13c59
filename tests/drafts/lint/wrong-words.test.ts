import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { LintRule } from '../../../src/drafts/lint/lint-rule.ts';
import { lintRules } from '../../../src/drafts/lint/registry.ts';
import { type DemoLint, type DemoMore, demoLint } from '../../support/lint-demo.ts';
import { wordRules } from '../../support/word-rules.ts';

const ids = new Set<string>(wordRules.map(({ id }) => id));
const wrong = ['de', 'en'].flatMap((locale) =>
  readdirSync(`tests/fixtures/lint/wrong/${locale}`).map((file) => {
    const [rule = '', draft = ''] = file.replace('.md', '').split('--');
    return { rule, name: `${locale}/${draft}`, file: `tests/fixtures/lint/wrong/${locale}/${file}` };
  }),
);

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const all: readonly LintRule[] = [...wordRules, ...lintRules.filter(({ id }) => !ids.has(id))];

async function aroundOf(rule: string): Promise<DemoMore> {
  const file = new URL(`../../support/lint-around/${rule}.ts`, import.meta.url);
  return existsSync(file) ? ((await import(file.href)) as { readonly around: DemoMore }).around : {};
}

test.each(wrong.filter(({ rule }) => ids.has(rule)))(
  '$file is found by its rule, and by no other as an error',
  async (one) => {
    const report = demo.check(
      { [one.name]: readFileSync(one.file, 'utf8') },
      { ...(await aroundOf(one.rule)), rules: all },
    );
    const found = report.findings.filter(({ spot }) => spot?.draft === one.name);
    expect(found.map(({ rule }) => rule)).toContain(one.rule);
    expect(found.filter(({ rule, severity }) => rule !== one.rule && severity === 'error')).toEqual([]);
  },
);
