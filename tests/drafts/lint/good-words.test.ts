import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type DemoLint, demoLint } from '../../support/lint-demo.ts';
import { wordRules } from '../../support/word-rules.ts';

const good = ['de', 'en'].flatMap((locale) =>
  readdirSync(`tests/fixtures/lint/good/${locale}`).map((file) => ({
    name: `${locale}/${file.split('--')[0]}`,
    file: `tests/fixtures/lint/good/${locale}/${file}`,
  })),
);

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('what a good editor would have made of the demo breaks no rule about words, and no other as an error', () => {
  const words = new Set(wordRules.map(({ id }) => id));
  const changes = Object.fromEntries(good.map(({ name, file }) => [name, readFileSync(file, 'utf8')]));
  const { findings } = demo.check(changes);
  expect(good).toHaveLength(30);
  const told = findings.filter(({ rule, severity }) => words.has(rule) || severity === 'error');
  expect(told.map(({ rule, severity, spot, message }) => `${severity} ${rule} ${spot?.draft}: ${message.en}`)).toEqual(
    [],
  );
});
