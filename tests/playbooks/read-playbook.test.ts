// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../src/model/playbook/playbook.ts';
import { stepTypes } from '../../src/model/playbook/playbook.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';

const read = (text: string | Uint8Array) => readPlaybook('p.yaml', Buffer.from(text));
const head = 'apiVersion: playbook/v1\nname: p\ntitle: P\nmode: freeze\n';

async function fixture(name: string): Promise<Playbook> {
  const { playbook, findings } = readPlaybook(name, await readFile(`tests/fixtures/playbooks/${name}.yaml`));
  expect(findings).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  return playbook;
}

describe('a playbook file', () => {
  it('is read into what a run needs, defaults filled in', async () => {
    const playbook = await fixture('leave-x');
    expect(playbook).toMatchObject({
      name: 'leave-x',
      title: { en: 'Leave X', de: 'X verlassen' },
      version: 1,
      modes: ['freeze'],
      modeInput: null,
      timezone: null,
      inputs: {
        account: { type: 'string', required: true, default: null, choices: [] },
        grace_days: { type: 'integer', required: false, default: 30 },
      },
      roles: ['brand', 'legal', 'service'],
      concurrencyGroup: 'x/${{ inputs.account }}',
    });
    const byId = Object.fromEntries(playbook.steps.map((step) => [step.id, step]));
    expect(byId.archive?.retry).toEqual({ maxAttempts: 5, backoff: 'exponential', delayMs: 30_000 });
    expect(byId.memo).toMatchObject({ staffMemo: true, assignee: 'brand', due: 'last_day - 31d', needs: [] });
    expect(byId.signoff?.approval).toEqual({
      approvers: ['brand', 'legal'],
      minApprovals: 2,
      eachRole: false,
      preventSelfReview: true,
      binds: ['verified.manifest_sha256'],
    });
    expect(byId.deactivate).toMatchObject({
      irreversible: true,
      confirm: '${{ inputs.account }}',
      expires: '24h',
      probe: { type: 'http', with: { method: 'GET', expect: 'gone', timeout: '30s' } },
      evidence: [{ id: 'screenshot', kind: 'file', required: true, description: null }],
      staffMemo: false,
      onFailure: 'stop',
    });
    expect(byId.grace).toMatchObject({
      wait: { duration: '${{ inputs.grace_days }}d', until: null },
      remind: ['7d', '1d'],
    });
    expect(byId.certificate?.with).toEqual({ language: 'both' });
  });

  it('can have every type of step', async () => {
    const { steps } = await fixture('every-step');
    expect([...new Set(steps.map(({ type }) => type))].sort()).toEqual([...stepTypes].sort());
  });

  it('has the conditions of a gate as expressions in braces, so that they are filled in as all values are', async () => {
    const gate = (await fixture('every-step')).steps.find(({ type }) => type === 'gate');
    expect(gate?.with.require).toMatchObject([
      { that: '${{ copy.pages > 0 }}' },
      { that: "${{ steps.complete.outputs.verdict != 'unknown' }}" },
    ]);
  });

  it('says a text in one language in the other too', () => {
    const { playbook } = read(
      `${head.replace('title: P', 'title: {de: Gehen}')}steps: [{id: a, type: manual, name: Hi}]`,
    );
    expect(playbook?.title).toEqual({ de: 'Gehen', en: 'Gehen' });
    expect(playbook?.steps[0]?.name).toEqual({ de: 'Hi', en: 'Hi' });
  });

  it('that is empty, a list or a picture is told to be no playbook', () => {
    for (const text of ['', '- a', 'null', 'text']) {
      const { playbook, findings } = read(text);
      expect(playbook).toBeNull();
      expect(findings.length).toBeGreaterThan(0);
    }
    expect(read(Uint8Array.from([0x89, 0x50, 0xff, 0xfe])).findings).toMatchObject([
      { code: 'playbook.not-text', line: 1 },
    ]);
  });

  it('that is much too large is not even parsed', () => {
    expect(read(`${head}# ${'x'.repeat(600 * 1024)}`).findings).toMatchObject([{ code: 'playbook.too-large' }]);
  });

  it('that goes down without end, or into itself, does no harm', () => {
    const deep = `${head}steps: [{id: a, type: publish, with: {x: ${'['.repeat(5000)}${']'.repeat(5000)}}}]`;
    expect(read(deep).findings).toMatchObject([{ code: 'playbook.too-deep' }]);
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      const [name, before] = [`a${level}`, level === 1 ? 'a' : `a${level - 1}`];
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
    }
    expect(read(bomb.join('\n')).findings).toMatchObject([{ code: 'playbook.aliases' }]);
    const itself = read(`${head}steps: [{id: a, type: publish, with: &w {x: *w}}]`);
    expect(itself.playbook).toBeNull();
    expect(itself.findings.length).toBeGreaterThan(0);
  });

  it('with a list where a name should stand is told so', () => {
    expect(read(`${head}steps:\n  - {id: a, type: manual, {b: c}: d}\n`).findings).toMatchObject([
      {
        code: 'playbook.yaml',
        line: 6,
        column: 27,
        message: 'A list, a block or an alias stands where a name should.',
      },
    ]);
  });

  it('may repeat itself a little by anchors', () => {
    const text = `${head}steps:\n  - {id: a, type: manual, name: &n Same}\n  - {id: b, type: manual, name: *n}\n`;
    expect(read(text).playbook?.steps[1]?.name).toEqual({ en: 'Same', de: 'Same' });
  });

  it('is named by line and column with CRLF, a byte order mark and umlauts in front', () => {
    const text = `\uFEFF${head.replace('title: P', 'title: "Über alles"')}steps:\n  - {id: ä, type: manual}\n`;
    const [finding] = read(text.replaceAll('\n', '\r\n')).findings;
    expect(finding).toMatchObject({ code: 'playbook.wrong-value', line: 6, column: 10 });
  });
});

describe('what is wrong with its form', () => {
  const one = (step: string) => read(`${head}steps:\n  - ${step}\n`).findings[0];

  it.each([
    [
      '{id: a, type: manual, asignee: x}',
      'unknown-field',
      'Did you mean "assignee"?',
      '  - {id: a, type: manual, assignee: x}',
    ],
    ['{id: a, type: manual, approvers: [x]}', 'unknown-field', 'Take it away, or change the type of the step.', null],
    [
      '{id: a, type: http, with: {url: x, expect: {redirct: y}}}',
      'unknown-field',
      'Did you mean "redirect"?',
      '  - {id: a, type: http, with: {url: x, expect: {redirect: y}}}',
    ],
    [
      '{id: a, type: manual, confirm: 123}',
      'wrong-value',
      'Put it in quotes, so that it is a text.',
      '  - {id: a, type: manual, confirm: "123"}',
    ],
    ['{id: a, type: manual, timeout: 14}', 'wrong-value', 'Say the unit too: m, h, d or w.', null],
    ['{id: a, type: manual, irreversible: yes}', 'wrong-value', 'Write true or false.', null],
    [
      '{id: a, type: complete, with: {accept_named_gaps: twopeople}}',
      'wrong-value',
      'Write one of: no, one_person, two_people, or an expression.',
      '  - {id: a, type: complete, with: {accept_named_gaps: two_people}}',
    ],
    ['{id: a__b, type: manual}', 'wrong-value', expect.stringMatching(/single _ or -/), null],
    ['{id: steps, type: manual}', 'wrong-value', expect.stringMatching(/^Write another word/), null],
    ['{id: a, type: http}', 'missing-field', 'Add a line: with: …', null],
    ['{id: a}', 'missing-field', expect.stringMatching(/^Add type: with one of/), null],
    ['{id: a, uses: b, timeout: 3d}', 'unknown-field', 'Take it away, or change the type of the step.', null],
    ['just words', 'wrong-value', 'Write it as {id: …, type: …}.', null],
  ])('is said with what to do: %s', (step, code, fix, replacement) => {
    expect(one(step)).toMatchObject({ code: `playbook.${code}`, line: 6, fix, replacement });
  });

  it('is said without the value where that may be secret', () => {
    const { findings } = read(`${head}secrets: {chat: hunter22hunter22}\nsteps: [{id: a, type: manual}]`);
    expect(findings.map(({ message }) => message)).toEqual([
      'secrets.chat of the playbook is something that may be secret; it must be env:NAME, the environment variable that has it.',
    ]);
  });
});
