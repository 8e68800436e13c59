import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rehearsePlaybook } from '../../../src/journeys/rehearse/rehearse-playbook.ts';
import { type MishapName, mishapNames } from '../../../src/model/run/rehearsal/mishap.ts';
import type { ScriptedReply } from '../../../src/model/run/rehearsal/reply.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const clock = { now: () => new Date('2026-11-26T10:00:00Z') };
const context = { clock, signal: new AbortController().signal, onProgress: () => undefined };
const dates = { last_day: '2027-02-28' };

const line = (step: string, more: Partial<ScriptedReply>): ScriptedReply => ({
  step,
  says: 'done',
  after: null,
  because: null,
  by: null,
  ...more,
});

async function rehearse(name: string, mishaps: readonly MishapName[], script: readonly ScriptedReply[] = []) {
  const cwd = await temporaryFolder();
  const inputs = name === 'every-step' ? { account: 'x', ...dates } : { account: 'aurora', ...dates };
  const playbook = resolve('tests/fixtures/playbooks', `${name}.yaml`);
  const debrief = await rehearsePlaybook(
    { playbook, inputs, mishaps, script },
    { cwd, workspaceDir: undefined },
    context,
  );
  expect(await readdir(cwd)).toEqual([]);
  return debrief;
}

describe('a rehearsal', () => {
  it.each(['leave-x', 'every-step'])(
    'of %s comes to its end with every mishap, and its journal is sound',
    async (name) => {
      const debrief = await rehearse(name, mishapNames);
      expect(debrief).toMatchObject({ ended: true, state: 'succeeded', journal: { ok: true } });
      const hit = Object.fromEntries(debrief.mishaps.map((one) => [one.name, one.hit]));
      expect(hit).toEqual({
        'export-late': false,
        'approver-ill': true,
        'account-locked': true,
        'press-call': true,
        'probe-says-alive': true,
      });
    },
  );

  it('lets a go-ahead run out while the account is locked, and says what that cost', async () => {
    const { mishaps } = await rehearse('leave-x', ['account-locked']);
    expect(mishaps[0]).toMatchObject({ step: 'deactivate', end: 'release-over', endDays: 5.1 });
  });

  it('waits, and says for what, where a script says that something cannot be done', async () => {
    const { ended, waitsFor } = await rehearse('leave-x', [], [line('memo', { says: 'cannot', because: 'No list.' })]);
    expect(ended).toBe(false);
    expect(waitsFor).toEqual([expect.objectContaining({ step: 'memo', reason: { en: 'No list.', de: 'No list.' } })]);
  });

  it('tries again what failed at first', async () => {
    const { state } = await rehearse('leave-x', [], [line('archive', { says: 'cannot' })]);
    expect(state).toBe('succeeded');
  });

  it('names what is late when somebody takes longer', async () => {
    const { late } = await rehearse('leave-x', [], [line('memo', { says: 'later', after: '5d' })]);
    expect(late.map(({ id }) => id)).toEqual(['memo']);
  });

  it('refuses a script that names a step which is not there', async () => {
    const refused = rehearse('leave-x', [], [line('mem', {})]);
    await expect(refused).rejects.toMatchObject({ code: 'rehearsal.unknown-step', hint: 'Did you mean "memo"?' });
  });
});
