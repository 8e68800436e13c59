// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaybookFinding } from '../../src/model/playbook/playbook-finding.ts';
import type { Person } from '../../src/model/run/people.ts';
import { lintPlaybook } from '../../src/playbooks/lint/lint-playbook.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';

const fixtures = 'tests/fixtures/playbooks';
const badOnes = (await readdir(join(fixtures, 'bad'))).filter((name) => name !== 'part.yaml').sort();

interface Others {
  readonly texts?: Readonly<Record<string, string>>;
  readonly people?: readonly Person[];
}

/** Lints a text; other playbooks are those given, or the bad ones of the fixtures. */
async function lint(text: string, { texts = {}, people }: Others = {}): Promise<readonly PlaybookFinding[]> {
  const fromFile = (name: string) => readFile(join(fixtures, 'bad', `${name}.yaml`)).catch(() => undefined);
  const { findings } = await lintPlaybook(readPlaybook('p.yaml', Buffer.from(text)), {
    load: async (name) => {
      const bytes = texts[name] === undefined ? await fromFile(name) : Buffer.from(texts[name]);
      return bytes === undefined ? undefined : readPlaybook(`${name}.yaml`, bytes);
    },
    otherPlaybooks: Object.keys(texts),
    people: people ?? null,
  });
  return findings;
}

const said = (findings: readonly PlaybookFinding[]) =>
  findings.map(({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`);
const codesOf = (findings: readonly PlaybookFinding[]) => findings.map(({ code }) => code.replace('playbook.', ''));

describe('the lint', () => {
  it.each(badOnes)('says of bad/%s what stands at its top, and nothing else', async (name) => {
    const text = await readFile(join(fixtures, 'bad', name), 'utf8');
    const findings = await lint(text);
    const expected = text.split('\n').filter((line) => /^# \d+:\d+ /.test(line));
    expect(said(findings)).toEqual(expected.map((line) => line.slice(2)));
    expect(codesOf(findings)).toContain(basename(name, '.yaml'));
    for (const { fix } of findings) expect(fix).toMatch(/^\S.*\S$/);
  });

  it('has nothing to say against the playbook that shows every step', async () => {
    expect(said(await lint(await readFile(join(fixtures, 'every-step.yaml'), 'utf8')))).toEqual([]);
  });

  it('finds no error in the way out of X, and tells that nobody is named for its last step', async () => {
    expect(said(await lint(await readFile(join(fixtures, 'leave-x.yaml'), 'utf8')))).toEqual([
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
    const elsewhere = ['few-people', 'nobody', 'too-large', 'too-deep', 'not-text'];
    expect([...rules].filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
    expect(rules.size).toBeGreaterThan(30);
    const documented = await readFile('docs/playbooks.md', 'utf8');
    expect([...shown, ...rules].filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
  });
});

const sound = await readFile(join(fixtures, 'leave-x.yaml'), 'utf8');
const changed = (from: string, to: string) => {
  expect(sound).toContain(from);
  return sound.replace(from, to);
};

describe('a point of no return', () => {
  it.each([
    [
      'may be skipped',
      'needs: [complete, memo]',
      'needs: [complete, memo]\n    if: inputs.grace_days > 3',
      /"signoff" comes before it, but it may be skipped/,
    ],
    [
      'does not hold when its time is over',
      'on_timeout: fail',
      'on_timeout: continue',
      /the run goes on when its time is over/,
    ],
    ['may fail', 'prevent_self_review: true', 'on_failure: continue', /the run goes on when it fails/],
  ])('is not guarded by an approval that %s', async (_, from, to, message) => {
    const [finding, ...others] = (await lint(changed(from, to))).filter(({ severity }) => severity === 'error');
    expect(finding?.code).toBe('playbook.irreversible-no-approval');
    expect(finding?.message).toMatch(message);
    expect(others).toEqual([]);
  });

  it('is guarded by an approval that is skipped only where it is skipped itself', async () => {
    const conditional = changed('needs: [complete, memo]', 'needs: [complete, memo]\n    if: inputs.grace_days > 3');
    const both = conditional.replace('needs: [signoff]', 'needs: [signoff]\n    if: inputs.grace_days > 3');
    expect(codesOf(await lint(both)).filter((code) => code.startsWith('irreversible'))).toEqual([]);
  });

  it('in a playbook that is used is guarded by what stands around it there', async () => {
    const inner = `apiVersion: playbook/v1
name: inner
title: Close it
mode: delete
inputs: {account: {type: string, required: true}}
roles: [brand]
steps:
  - {id: close, type: manual, assignee: brand, irreversible: true, confirm: "\${{ inputs.account }}", evidence: [{id: shot}]}
`;
    expect(codesOf(await lint(inner))).toEqual([
      'irreversible-no-approval',
      'irreversible-no-verify',
      'irreversible-no-memo',
    ]);
    const start = sound.indexOf('  - id: deactivate');
    const outer = (needs: string) =>
      `${sound.slice(0, start)}  - {id: deactivate, uses: inner, needs: ${needs}, with: {account: "\${{ inputs.account }}"}}\n`;
    expect(codesOf(await lint(outer('signoff'), { texts: { inner } }))).toEqual([]);
    const [finding, ...others] = await lint(outer('verified'), { texts: { inner } });
    expect(finding).toMatchObject({ code: 'playbook.irreversible-no-approval' });
    expect(finding?.message).toContain('Step "deactivate/close" is irreversible');
    expect(codesOf(others)).toEqual(['irreversible-no-memo']);
  });
});

describe('people', () => {
  const person = (id: string, ...roles: string[]): Person => ({
    id,
    name: id,
    roles,
    email: null,
    key: null,
    language: null,
    absences: [],
  });

  it('who are too few for an approval, or have none of the roles, are told as a warning', async () => {
    const findings = await lint(sound, { people: [person('jana', 'brand', 'legal')] });
    expect(said(findings).filter((line) => !line.includes('no-assignee'))).toEqual([
      '11:23 warning playbook.nobody: Nobody in lastpost.yaml has the role "service".',
      `28:16 warning playbook.few-people: Step "signoff" wants 2 approvals, and 1 of the workspace’s people may give one.`,
    ]);
    const enough = [person('jana', 'brand', 'service'), person('max', 'legal')];
    expect(codesOf(await lint(sound, { people: enough }))).toEqual(['no-assignee']);
  });
});

describe('a secret in the file', () => {
  it.each([
    ['a comment', '# old token: ghp_0123456789abcdefghijklmnopqrstuvwxyz', 'GitHub token'],
    ['a text', 'description: "curl -u me https://me:hunter22@example.org/"', 'password in an address'],
    ['a key’s name', 'concurrency: {group: a}\noutputs: {}\nx-password: hunter22', '"x-password"'],
    ['a place for secrets', 'secrets: {chat: xoxb-123456789012-abcdefghij}', 'Slack token'],
  ])('is found in %s, and never repeated', async (_, line, what) => {
    const withSecret = changed(
      'roles: [brand, legal, service]\nconcurrency: {group: "x/${{ inputs.account }}"}',
      `roles: [brand, legal, service]\n${line}`,
    );
    const findings = await lint(withSecret);
    expect(findings.some(({ code, message }) => code === 'playbook.secret-value' && message.includes(what))).toBe(true);
    expect(JSON.stringify(findings)).not.toMatch(/ghp_0123|hunter22|xoxb-1234/);
  });

  it('is not seen in references, digests, addresses and names', async () => {
    const text = changed(
      'version: 1',
      `version: 1\ndescription: sha256:${'0123456789abcdef'.repeat(4)} https://example.org/a/very/long/address/that/goes/on`,
    );
    expect(codesOf(await lint(text))).toEqual(['no-assignee']);
  });
});
