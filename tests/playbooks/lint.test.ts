// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesOf, playbookFixtures as fixtures, leaveX, lintText, said } from '../support/lint-text.ts';

const badOnes = (await readdir(join(fixtures, 'bad'))).filter((name) => name !== 'part.yaml').sort();

describe('the lint', () => {
  it.each(badOnes)('says of bad/%s what stands at its top, and nothing else', async (name) => {
    const text = await readFile(join(fixtures, 'bad', name), 'utf8');
    const findings = await lintText(text, { file: name });
    const expected = text.split('\n').filter((line) => /^# \d+:\d+ /.test(line));
    expect(said(findings)).toEqual(expected.map((line) => line.slice(2)));
    expect(codesOf(findings)).toContain(basename(name, '.yaml'));
    for (const { fix } of findings) expect(fix).toMatch(/^\S.*\S$/);
  });

  it('has nothing to say against the playbook that shows every step', async () => {
    expect(said(await lintText(await readFile(join(fixtures, 'every-step.yaml'), 'utf8')))).toEqual([]);
  });

  it('finds no error in the way out of X, and tells that nobody is named for its last step', async () => {
    expect(said(await lintText(await readFile(join(fixtures, 'leave-x.yaml'), 'utf8')))).toEqual([
      '34:9 warning playbook.no-assignee: Step "deactivate" is done by hand, and it is not said whose.',
    ]);
  });

  it('has an example for every rule, and every rule in the documentation', async () => {
    const rules = new Set<string>();
    for (const file of await readdir('src/playbooks', { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const source = await readFile(join('src/playbooks', file), 'utf8');
      for (const [, code = ''] of source.matchAll(
        /(?:\b(?:error|warning|atTop)\(\s*|^ {2}[A-Z_]+: \[)'([a-z]+(?:-[a-z]+)*)'/gm,
      )) {
        rules.add(code);
      }
    }
    const shown = new Set(badOnes.map((name) => basename(name, '.yaml')));
    // These depend on people or on more than a text can show, and have tests of their own.
    const elsewhere = ['uses-too-many', 'few-people', 'nobody', 'fact-due', 'too-large', 'too-deep', 'not-text'];
    expect([...rules].filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
    expect(rules.size).toBeGreaterThan(30);
    const documented = await readFile('docs/playbooks.md', 'utf8');
    expect([...shown, ...rules].filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('whatever stands in a file', () => {
  const bits = [
    '${{',
    '}}',
    '[',
    ']',
    '{',
    '}',
    'null',
    '- ',
    '&a ',
    '*a ',
    '\n',
    '  ',
    ':',
    '"',
    "'",
    '#',
    '|',
    '!!x ',
    '0',
  ];
  const more = [
    '<<: ',
    'steps',
    '__proto__: 1\n',
    'constructor',
    '\u0000',
    '\ud800',
    '? ',
    '---\n',
    '- {id: a, uses: leave-x}\n',
  ];

  it('the lint ends, with findings that have a place and say what to do', async () => {
    const texts = [leaveX, await readFile(join(fixtures, 'every-step.yaml'), 'utf8')];
    let seed = 7;
    const below = (count: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % count;
    };
    const broken = (text: string) => {
      const at = below(text.length);
      const all = [...bits, ...more];
      return text.slice(0, at) + (below(3) === 0 ? '' : all[below(all.length)]) + text.slice(at + below(20));
    };
    let unsound = 0;
    for (let round = 0; round < 250; round += 1) {
      const text = Array.from({ length: 1 + below(3) }).reduce<string>(broken, texts[below(2)] ?? '');
      const findings = await lintText(text, { texts: { 'leave-x': leaveX }, people: [], file: 'every-step.yaml' });
      for (const { line, column, message, fix } of findings) {
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        expect(message + fix).not.toMatch(/undefined|\[object/);
      }
      if (findings.some(({ severity }) => severity === 'error')) unsound += 1;
    }
    expect(unsound).toBeGreaterThan(100);
  });
});
