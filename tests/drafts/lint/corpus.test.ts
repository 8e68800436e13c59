import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintRuleIds } from '../../../src/model/farewell/lint/lint-rules.ts';
import { briefly, type DemoLint, type DemoMore, demoLint } from '../../support/lint-demo.ts';

const folder = fileURLToPath(new URL('../../fixtures/lint/', import.meta.url));
const around = fileURLToPath(new URL('../../support/lint-around/', import.meta.url));

interface Case {
  /** `wrong/de/last-day--announcement-x.md` */
  readonly file: string;
  readonly locale: string;
  /** What stands before `--`: a rule, or a word. */
  readonly head: string;
  /** What stands behind it. */
  readonly tail: string;
  readonly source: string;
}

function casesIn(kind: 'wrong' | 'good'): readonly Case[] {
  return readdirSync(`${folder}${kind}`).flatMap((locale) =>
    readdirSync(`${folder}${kind}/${locale}`).map((name) => {
      const [head = '', tail = ''] = name.replace(/\.md$/, '').split('--');
      const file = `${kind}/${locale}/${name}`;
      return { file, locale, head, tail, source: readFileSync(`${folder}${file}`, 'utf8') };
    }),
  );
}

async function aroundOf(rule: string): Promise<DemoMore> {
  if (!readdirSync(around).includes(`${rule}.ts`)) return {};
  const module = (await import(`../../support/lint-around/${rule}.ts`)) as { readonly around: DemoMore };
  return module.around;
}

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const wrong = casesIn('wrong');
const good = casesIn('good');

describe('drafts that are wrong', () => {
  test.each(wrong)('$file is caught by its rule, and breaks no other', async ({ locale, head, tail, source }) => {
    // A further one of the same rule and draft has a number behind it.
    const draft = `${locale}/${tail.replace(/\.\d+$/, '')}`;
    const report = demo.check({ [draft]: source }, await aroundOf(head));
    expect(report.findings.map(({ rule }) => rule)).toContain(head);
    expect(report.findings.filter(({ severity, rule }) => severity === 'error' && rule !== head)).toEqual([]);
  });

  test('there are sixty of them, and every rule has one in German and one in English', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(60);
    const have = new Set(wrong.map(({ locale, head }) => `${locale} ${head}`));
    const missing = lintRuleIds.flatMap((rule) => ['de', 'en'].map((locale) => `${locale} ${rule}`));
    // English has one form of address.
    expect(missing.filter((one) => !have.has(one))).toEqual(['en form-of-address']);
  });
});

describe('drafts that people wrote well', () => {
  test.each(good)('$file has no error', ({ locale, head, source }) => {
    expect(briefly(demo.check({ [`${locale}/${head}`]: source }), 'error')).toEqual([]);
  });

  test('there are thirty of them', () => {
    expect(good.length).toBeGreaterThanOrEqual(30);
  });
});
