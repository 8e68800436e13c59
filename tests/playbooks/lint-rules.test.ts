// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/model/run/people.ts';
import { codesOf, leaveX, leaveXWith, lintText, said } from '../support/lint-text.ts';

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
    const [finding, ...others] = (await lintText(leaveXWith(from, to))).filter(({ severity }) => severity === 'error');
    expect(finding?.code).toBe('playbook.irreversible-no-approval');
    expect(finding?.message).toMatch(message);
    expect(others).toEqual([]);
  });

  it('is guarded by an approval that is skipped only where it is skipped itself', async () => {
    const conditional = leaveXWith('needs: [complete, memo]', 'needs: [complete, memo]\n    if: inputs.grace_days > 3');
    const both = conditional.replace('needs: [signoff]', 'needs: [signoff]\n    if: inputs.grace_days > 3');
    expect(codesOf(await lintText(both)).filter((code) => code.startsWith('irreversible'))).toEqual([]);
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
    expect(codesOf(await lintText(inner))).toEqual([
      'irreversible-no-approval',
      'irreversible-no-verify',
      'irreversible-no-memo',
    ]);
    const start = leaveX.indexOf('  - id: deactivate');
    const outer = (needs: string) =>
      `${leaveX.slice(0, start)}  - {id: deactivate, uses: inner, needs: ${needs}, with: {account: "\${{ inputs.account }}"}}\n`;
    expect(codesOf(await lintText(outer('signoff'), { texts: { inner } }))).toEqual([]);
    const [finding, ...others] = await lintText(outer('verified'), { texts: { inner } });
    expect(finding).toMatchObject({ code: 'playbook.irreversible-no-approval' });
    expect(finding?.message).toContain('Step "deactivate/close" is irreversible');
    expect(codesOf(others)).toEqual(['irreversible-no-memo']);
  });
});

describe('playbooks that use each other', () => {
  const part = (name: string, ...uses: string[]) =>
    `apiVersion: playbook/v1\nname: ${name}\ntitle: T\nmode: freeze\nsteps:\n  - {id: start, type: gate, with: {require: [{that: "true", say: no}]}}\n${uses
      .map((used, index) => `  - {id: u${index}, uses: ${used}}\n`)
      .join('')}`;

  it('in a circle are found by the names of their files, whatever they call themselves', async () => {
    const findings = await lintText(part('a', 'b'), {
      texts: { a: part('a', 'b'), b: part('other', 'c'), c: part('b', 'b') },
    });
    expect(said(findings)).toEqual([
      '7:20 error playbook.uses-circle: Playbooks use each other in a circle: a → b → c → b.',
    ]);
  });

  it('may not come to more steps than a run can have', async () => {
    const texts: Record<string, string> = { p9: part('p9') };
    for (let level = 8; level >= 0; level -= 1) {
      texts[`p${level}`] = part(`p${level}`, ...Array.from({ length: 9 }, () => `p${level + 1}`));
    }
    const findings = await lintText(texts.p0 ?? '', { texts });
    expect(new Set(codesOf(findings))).toEqual(new Set(['uses-too-many']));
  });

  it('are known by their outputs', async () => {
    const inner = `${part('inner')}outputs: {place: start.state}\n`;
    const outer = (name: string) =>
      `${part('outer', 'inner')}  - {id: last, type: wait, needs: u0, condition: steps.u0.outputs.${name} == 1}\n`;
    expect(said(await lintText(outer('place'), { texts: { inner } }))).toEqual([]);
    expect(said(await lintText(outer('plaice'), { texts: { inner } }))).toEqual([
      '8:50 error playbook.unknown-name: There is no output "plaice".',
    ]);
  });
});

describe('a wait', () => {
  it('for two days at once is refused, whatever they are called', async () => {
    const text = leaveXWith('duration: "${{ inputs.grace_days }}d"', 'until: last_day, date: 2026-12-31');
    expect(codesOf(await lintText(text))).toEqual(['no-assignee', 'wait-without-date']);
  });
});

describe('dates', () => {
  const due = async (text: string) =>
    (await lintText(leaveXWith('due: last_day - 31d', `due: ${text}`))).filter(({ severity }) => severity === 'error');

  it.each([
    'last_day-31d',
    'inputs.last_day - 5wd + 12h',
    '2026-12-24T09:00+01:00',
    '14d',
    '"${{ inputs.last_day }} - ${{ inputs.grace_days }}d"',
    '"last_day - ${{ inputs.account }}"',
  ])('can be written: %s', async (text) => {
    expect(said(await due(text))).toEqual([]);
  });

  it.each([
    ['tomorrow', 'unknown-input', /There is no input "tomorrow"/, null],
    ['lastday - 31d', 'unknown-input', /There is no input "lastday"/, '    due: last_day - 31d'],
    ['account - 31d', 'bad-date', /the input "account", which is of type string/, null],
    ['2026-02-30', 'bad-date', /is no date/, null],
    ['last_day - soon', 'bad-date', /is no date/, null],
    ['steps.archive.at + 3d', 'bad-date', /names a step/, '    due: "${{ steps.archive.at }} + 3d"'],
  ])('cannot be written: %s', async (text, code, message, replacement) => {
    const [finding, ...others] = await due(text);
    expect(finding).toMatchObject({ code: `playbook.${code}`, line: 21, column: 10, replacement });
    expect(finding?.message).toMatch(message);
    expect(others).toEqual([]);
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
    const findings = await lintText(leaveX, { people: [person('jana', 'brand', 'legal')] });
    expect(said(findings).filter((line) => !line.includes('no-assignee'))).toEqual([
      '11:23 warning playbook.nobody: Nobody in lastpost.yaml has the role "service".',
      `28:16 warning playbook.few-people: Step "signoff" wants 2 approvals, and 1 of the workspace’s people may give one.`,
    ]);
    const enough = [person('jana', 'brand', 'service'), person('max', 'legal')];
    expect(codesOf(await lintText(leaveX, { people: enough }))).toEqual(['no-assignee']);
  });
});

describe('a secret in the file', () => {
  it.each([
    ['a comment', '# old token: ghp_0123456789abcdefghijklmnopqrstuvwxyz', 'GitHub token'],
    ['a text', 'description: "curl -u me https://me:hunter22@example.org/"', 'password in an address'],
    ['a key’s name', 'concurrency: {group: a}\noutputs: {}\nx-password: hunter22', '"x-password"'],
    ['a default', 'inputs: {api_token: {type: string, default: hunter22}}', '"api_token"'],
    ['a sentence', 'description: "Log in as brand, password: hunter22"', 'may be a password'],
    ['a place for secrets', 'secrets: {chat: xoxb-123456789012-abcdefghij}', 'Slack token'],
  ])('is found in %s, and never repeated', async (_, line, what) => {
    const withSecret = leaveXWith(
      'roles: [brand, legal, service]\nconcurrency: {group: "x/${{ inputs.account }}"}',
      `roles: [brand, legal, service]\n${line}`,
    );
    const findings = await lintText(withSecret);
    expect(findings.some(({ code, message }) => code === 'playbook.secret-value' && message.includes(what))).toBe(true);
    expect(JSON.stringify(findings)).not.toMatch(/ghp_0123|hunter22|xoxb-1234/);
  });

  it('is not seen in references, digests, addresses and names', async () => {
    const text = leaveXWith(
      'version: 1',
      `version: 1\ndescription: sha256:${'0123456789abcdef'.repeat(4)} https://example.org/a/very/long/address/that/goes/on`,
    );
    expect(codesOf(await lintText(text))).toEqual(['no-assignee']);
  });
});

/** As `leaveXWith`, with nothing left to say against it. */
const assigned = (from: string, to: string) =>
  leaveXWith(from, to).replace('    irreversible: true', '    assignee: brand\n    irreversible: true');

describe('what the mode may be', () => {
  const chosen = (input: string) =>
    assigned('mode: freeze', 'mode: "${{ inputs.mode }}"').replace('inputs:\n', `inputs:\n${input}`);

  it('may be an input that offers modes', async () => {
    expect(said(await lintText(chosen('  mode: {type: string, required: true, choices: [freeze, delete]}\n')))).toEqual(
      [],
    );
  });

  it('may be nothing else, and not be left out', async () => {
    expect(codesOf(await lintText(chosen('')))).toContain('unknown-input');
    expect(codesOf(await lintText(chosen('  mode: {type: string, required: true}\n')))).toEqual(['bad-mode']);
    expect(
      codesOf(await lintText(chosen('  mode: {type: string, required: true, choices: [freeze, burn]}\n'))),
    ).toEqual(['bad-mode']);
    expect(codesOf(await lintText(chosen('  mode: {type: string, choices: [freeze, delete]}\n')))).toEqual([
      'bad-mode',
    ]);
  });
});

describe('facts about platforms', () => {
  const naming = (expression: string) => assigned('Send the memo.', `Send the memo. \${{ ${expression} }}`);

  it('are known by name', async () => {
    expect(said(await lintText(naming('facts.x.grace.en')))).toEqual([]);
    expect(codesOf(await lintText(naming('facts.y.grace.en')))).toEqual(['unknown-name']);
    expect(codesOf(await lintText(naming('facts.x.grade.en')))).toEqual(['unknown-name']);
    expect(codesOf(await lintText(naming('facts.x.grace.fr')))).toEqual(['unknown-name']);
  });

  it('are told of when nobody has looked at them for half a year', async () => {
    const factsDue = { x: { grace: '2026-01-05' } };
    expect(said(await lintText(naming('facts.x.grace.en'), { factsDue }))).toEqual([
      expect.stringMatching(/warning playbook.fact-due: The fact x.grace was last checked on 2026-01-05/),
    ]);
    expect(said(await lintText(naming('facts.x.handle_reuse.en'), { factsDue }))).toEqual([]);
  });
});

describe('a part', () => {
  it('leaves what has to come before a point of no return to the playbook that uses it', async () => {
    const alone = `apiVersion: playbook/v1
name: close-x
title: Close X
mode: delete
roles: [brand]
steps:
  - id: deactivate
    type: manual
    assignee: brand
    irreversible: true
    confirm: aurora
    evidence: [{id: screenshot, kind: file}]
`;
    expect(codesOf(await lintText(alone))).toEqual([
      'irreversible-no-approval',
      'irreversible-no-verify',
      'irreversible-no-memo',
    ]);
    const part = alone.replace('mode: delete', 'mode: delete\npart: true');
    expect(said(await lintText(part))).toEqual([]);
    const whole = alone
      .replace('name: close-x', 'name: leave')
      .replace(/ {2}- id: [\s\S]*/, '  - {id: close, uses: close-x}\n');
    expect(codesOf(await lintText(whole, { texts: { 'close-x': part } }))).toEqual([
      'irreversible-no-approval',
      'irreversible-no-verify',
      'irreversible-no-memo',
    ]);
  });
});

describe('a step that counts answers', () => {
  const counting = (more: string) => `apiVersion: playbook/v1
name: homework
title: Homework
mode: freeze
roles: [brand]
steps:
  - {id: shop, type: manual, assignee: brand, evidence: [{id: answer, choices: [yes, no]}]}
  - {id: memo, type: manual, assignee: brand}
  - {id: both, type: manual, assignee: brand, evidence: [{id: one, choices: [yes, no]}, {id: two, choices: [yes, no]}]}
  - {id: late, type: manual, assignee: brand, evidence: [{id: answer, choices: [yes, no]}]}
  - {id: score, type: score, needs: [shop, memo, both], with: {${more}}}
`;
  const points = 'points: {yes: 1, no: 0}';

  it.each([
    ['of: [shpo]', 'error playbook.unknown-step: Step "score" counts "shpo", and there is no such step.'],
    ['of: late', 'error playbook.not-before: Step "score" counts "late", which need not be done by then.'],
    ['of: memo', 'error playbook.score-answer: Step "score" counts "memo", which has no answer.'],
    ['of: [both]', 'error playbook.score-answer: Step "score" counts "both", which has 2 answers.'],
    ['gaps: {memo: Write it.}', 'error playbook.score-answer: Step "score" counts "memo", which has no answer.'],
    [
      'of: shop, gaps: {shpo: Move it.}',
      'error playbook.unknown-step: Step "score" counts "shpo", and there is no such step.',
    ],
    ['of: [shop], pass: 2', 'error playbook.score-points: Step "score" asks for 2 points, and there are 1 at most.'],
  ])('is judged by what it names: %s', async (more, finding) => {
    const findings = said(await lintText(counting(`${points}, ${more}`)));
    expect(findings.map((one) => one.replace(/^\S+ /, ''))).toEqual([finding]);
  });

  it('warns of what is said for nothing', async () => {
    const text = counting('points: {yes: 1, no: 0, perhaps: 1}, of: [shop]');
    expect(said(await lintText(text))).toEqual([
      '11:88 warning playbook.score-points: "perhaps" has points in step "score", and nobody can answer it.',
    ]);
  });

  it('may count answers in a playbook that is used', async () => {
    const inner = counting(`${points}, of: shop`)
      .replace('homework', 'inner')
      .replace(/^roles/m, 'part: true\nroles');
    const outer = (of: string) => `apiVersion: playbook/v1
name: outer
title: Outer
mode: freeze
roles: [brand]
steps:
  - {id: first, uses: inner}
  - {id: score, type: score, needs: first, with: {${points}, of: ${of}}}
`;
    expect(codesOf(await lintText(outer('first/shop'), { texts: { inner } }))).toEqual([]);
    expect(codesOf(await lintText(outer('first/shpo'), { texts: { inner } }))).toEqual(['unknown-step']);
  });

  it('has choices of texts alone, and of which none stands twice', async () => {
    const [first, second] = ['{id: answer, kind: file, choices: [yes, no]}', '{id: answer, choices: [yes, YES]}'].map(
      (evidence) => counting(`${points}, of: shop`).replace('{id: answer, choices: [yes, no]}', evidence),
    );
    expect(said(await lintText(first ?? ''))[0]).toContain('must be text, where there are choices');
    expect(said(await lintText(second ?? ''))[0]).toContain('must be a list in which nothing stands twice');
  });
});
