// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import { type PlannedRun, planRun } from '../../src/playbooks/plan/plan-run.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';
import { type ResolvedPlaybook, resolveUses } from '../../src/playbooks/resolve-uses.ts';

const read = (name: string, text: string) => readPlaybook(`${name}.yaml`, Buffer.from(text));

async function resolved(name: string, texts: Readonly<Record<string, string>>): Promise<ResolvedPlaybook> {
  const text = texts[name] ?? '';
  const { playbook, findings } = read(name, text);
  expect(findings).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  const load = async (wanted: string) => (texts[wanted] === undefined ? undefined : read(wanted, texts[wanted]));
  const all = await resolveUses(playbook, { name, text }, load);
  expect(all.troubles).toEqual([]);
  return all.resolved;
}

const head = (name: string) => `apiVersion: playbook/v1\nname: ${name}\ntitle: ${name}\nmode: freeze\n`;

const texts = {
  outer: `${head('outer')}inputs:
  account: {type: channel, required: true}
  last_day: {type: date, required: true}
  days: {type: integer, default: 30}
  dry: {type: boolean, default: false}
  tone: {type: string, default: plain, choices: [plain, warm]}
  note: {type: string}
roles: [brand]
concurrency: {group: "x/\${{ inputs.account }}"}
steps:
  - {id: last, type: manual, needs: more}
  - {id: first, type: snapshot}
  - {id: more, uses: inner, needs: first, if: "!inputs.dry", with: {channel: "\${{ inputs.account }}", pages: "\${{ first.pages }}"}}
  - {id: beside, type: manual}
`,
  inner: `${head('inner')}inputs:
  channel: {type: string, required: true}
  pages: {type: integer}
  tries: {type: integer, default: 3}
roles: [legal, brand]
concurrency: {group: "y/\${{ inputs.channel }}"}
secrets: {chat: env:CHAT}
outputs: {seen: steps.b.pages}
steps:
  - {id: a, type: manual}
  - {id: b, type: manual, needs: a, if: inputs.pages > 3}
  - {id: c, type: manual, needs: a}
  - {id: deep, uses: deepest, needs: c}
`,
  deepest: `${head('deepest')}steps:\n  - {id: z, type: manual, if: "1 < 2"}\n`,
};

const given = { account: 'x', last_day: '2026-12-31' };

async function plan(
  inputs: JsonObject = given,
  name = 'outer',
  from: Readonly<Record<string, string>> = texts,
): Promise<PlannedRun> {
  return planRun(await resolved(name, from), {
    inputs,
    timezone: 'Europe/Berlin',
    channels: { x: {}, blog: {} },
    facts: {},
  });
}

describe('the plan of a run', () => {
  it('has the steps of used playbooks in their place, each behind what it needs, else as the file has them', async () => {
    const { steps } = (await plan()).plan;
    expect(steps.map(({ id, needs }) => `${id} <- ${needs.join(', ')}`)).toEqual([
      'first <- ',
      'more/a <- first',
      'more/b <- more/a',
      'more/c <- more/a',
      'more/deep/z <- more/c',
      'more/deep <- more/deep/z',
      'more <- more/b, more/deep',
      'last <- more',
      'beside <- ',
    ]);
  });

  it('keeps with every condition the scope in which it is meant', async () => {
    const { steps } = (await plan()).plan;
    const conditions = Object.fromEntries(steps.map(({ id, conditions: all }) => [id, all]));
    const outer = { scope: '', expression: '!inputs.dry' };
    expect(conditions.first).toEqual([]);
    expect(conditions.more).toEqual([outer]);
    expect(conditions['more/b']).toEqual([outer, { scope: 'more/', expression: 'inputs.pages > 3' }]);
    expect(conditions['more/deep/z']).toEqual([outer, { scope: 'more/deep/', expression: '1 < 2' }]);
    expect(steps.every((step) => !('if' in step))).toBe(true);
    expect(steps.find(({ id }) => id === 'more/deep/z')?.scope).toBe('more/deep/');
  });

  it('has for each playbook its inputs, secrets and outputs, and where they are worked out', async () => {
    const { scopes, inputs } = (await plan()).plan;
    expect(inputs).toEqual({ ...given, days: 30, dry: false, tone: 'plain', note: null });
    expect(scopes['']).toMatchObject({ name: 'outer', around: null, inputs });
    expect(scopes['more/']).toMatchObject({
      name: 'inner',
      around: '',
      inputs: { channel: '${{ inputs.account }}', pages: '${{ first.pages }}', tries: 3 },
      secrets: { chat: 'env:CHAT' },
      outputs: { seen: 'steps.b.pages' },
    });
    expect(scopes['more/deep/']).toMatchObject({ name: 'deepest', around: 'more/' });
  });

  it('works out groups, gathers roles, and keeps each source once', async () => {
    const { plan: made, sources } = await plan();
    expect(made.concurrencyGroups).toEqual(['x/x', 'y/x']);
    expect(made.roles).toEqual(['brand', 'legal']);
    expect(made).toMatchObject({
      playbook: 'outer',
      version: 1,
      mode: 'freeze',
      timezone: 'Europe/Berlin',
      holidays: null,
    });
    expect(sources.map(({ name }) => name)).toEqual(['outer', 'inner', 'deepest']);
    expect(sources[0]?.text).toBe(texts.outer);
  });

  it('is the same for the way out of X in every detail that matters', async () => {
    const text = await readFile('tests/fixtures/playbooks/leave-x.yaml', 'utf8');
    const { steps, concurrencyGroups } = (
      await plan({ account: 'brandt', last_day: '2026-12-31' }, 'leave-x', { 'leave-x': text })
    ).plan;
    expect(steps.map(({ id }) => id)).toEqual([
      'archive',
      'verified',
      'complete',
      'memo',
      'signoff',
      'deactivate',
      'grace',
      'certificate',
    ]);
    expect(concurrencyGroups).toEqual(['x/brandt']);
  });

  it('refuses a group that only the run could work out, and steps that have no order', async () => {
    const late = texts.inner.replace('y/${{ inputs.channel }}', 'y/${{ inputs.pages }}');
    await expect(plan(given, 'outer', { ...texts, inner: late })).rejects.toMatchObject({ code: 'playbook.no-group' });
    const circle = texts.deepest.replace('{id: z, type: manual', '{id: z, type: manual, needs: z');
    await expect(plan({}, 'deepest', { deepest: circle })).rejects.toMatchObject({ code: 'playbook.no-order' });
  });
});

describe('the inputs of a run', () => {
  it('are taken as they are typed, each by its type', async () => {
    const typed = { ...given, days: '45', dry: 'yes', tone: 'warm', note: 'Hi' };
    expect((await plan(typed)).plan.inputs).toEqual({ ...given, days: 45, dry: true, tone: 'warm', note: 'Hi' });
  });

  it('that are missing, unknown or wrong are all told at once', async () => {
    const wrong = {
      acount: 'x',
      last_day: '31.12.2026',
      days: 'many',
      dry: 'perhaps',
      tone: 'warn',
      note: '⟦secret:chat⟧',
    };
    await expect(plan(wrong)).rejects.toMatchObject({
      code: 'playbook.inputs',
      exitCode: 2,
      message: [
        'The playbook "outer" has no input "acount". Did you mean "account"?',
        'The input "account" (channel) is missing.',
        'The input "last_day" is "31.12.2026"; it must be a day like 2026-12-31.',
        'The input "days" is "many"; it must be a whole number.',
        'The input "dry" is "perhaps"; it must be true or false.',
        'The input "tone" is "warn"; it must be one of: plain, warm. Did you mean "warm"?',
        'The input "note" is "⟦secret:chat⟧"; it must be some text.',
      ].join('\n'),
    });
  });

  it('of type channel have to be one of the workspace', async () => {
    await expect(plan({ ...given, account: 'blok' })).rejects.toMatchObject({
      message: 'The input "account" is "blok"; it must be one of: x, blog. Did you mean "blog"?',
    });
  });
});
