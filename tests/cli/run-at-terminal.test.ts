import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { says } from '../posts/statement/make-statement.ts';
import { atTerminal } from '../support/at-terminal.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { addPeople, addPlaybooks, playbookOf, type RunWorkspace, runWorkspace } from '../support/run-workspace.ts';
import { postsOnX, statedWorkspace } from '../support/stated-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const STEPS = `
  - {id: verified, type: verify, with: {channel: x}}
  - {id: complete, type: complete, with: {channel: x}, needs: [verified]}
  - id: memo
    type: manual
    assignee: brand
    instructions: Send the memo.
    evidence: [{id: sent_mail, kind: file, required: true}]
  - {id: signoff, type: approval, needs: [complete, memo], approvers: [legal]}
  - id: close
    type: manual
    name: Delete the account
    assignee: brand
    irreversible: true
    needs: [signoff]
    confirm: aurora
    expires: 24h
    channel: x
    instructions: Press Delete.
    evidence: [{id: shot, kind: file, required: true}]
`;

/** A workspace whose archive is whole, with a run that nobody has done anything for. */
async function opened(): Promise<{ readonly dir: string; readonly runs: RunWorkspace; readonly run: string }> {
  const { file: wacz } = await makeSnapshot(await temporaryFolder());
  const report = { verdict: 'complete', claims: [says(12)], expected: 12, have: 12 } as const;
  const dir = await statedWorkspace({ crawl: { posts: postsOnX(1, 12), report }, wacz });
  await addPeople(dir);
  await addPlaybooks(dir, { leave: playbookOf('leave', STEPS) });
  await writeFile(join(dir, 'gone.png'), 'png');
  const runs = runWorkspace(dir);
  return { dir, runs, run: await runs.start('leave') };
}

describe('run next at a terminal', () => {
  it('asks a person for what they can answer, and stops where nobody types the name back', async () => {
    const { dir, runs, run } = await opened();
    const first = atTerminal(['run', 'next', '--as', 'anna'], dir);
    await first.until('Is it done?');
    await first.until('> ');
    first.type('done');
    await first.until('sent_mail: ');
    first.type('memo.elm');
    await first.until('There is no file');
    await first.until('sent_mail: ');
    first.type('gone.png');
    await first.until('Enter for none: ');
    first.type('Sent at 9.');
    await first.until('Confirmed memo.');
    const told = await first.ended;
    expect(told.code).toBe(75);
    expect(told.screen).toContain('verified: succeeded.');
    expect(told.screen).toContain('Waits for the approval of signoff by Lena Maurer (legal).');
    expect(await runs.step(run, 'memo')).toMatchObject({
      state: 'succeeded',
      confirmedBy: 'anna',
      reason: 'Sent at 9.',
    });

    await runs.approve(run, 'signoff', 'lena');
    const second = atTerminal(['run', 'next', '--as', 'ines'], dir);
    await second.until('No way back from here');
    await second.until('It cannot be undone.');
    await second.until('> ');
    second.type('release');
    for (const wrong of ['Aurora', 'aurore', 'yes']) {
      await second.until('> ');
      second.type(wrong);
    }
    await second.until('It was not released. Nothing was recorded.');
    expect(await second.ended).toMatchObject({
      code: 75,
      screen: expect.stringContaining('  asked  aurora\n  typed  yes'),
    });
    expect((await runs.journal(run)).some(({ step }) => step === 'close')).toBe(false);
  });

  it('releases what cannot be undone, and records nothing of a question that is left by Ctrl-C', async () => {
    const { dir, runs, run } = await opened();
    await runs.confirm(run, 'memo', 'anna', { evidence: [{ id: null, kind: 'file', value: join(dir, 'gone.png') }] });
    await runs.advance(run);
    await runs.approve(run, 'signoff', 'lena');
    const first = atTerminal(['run', 'next', '--as', 'ines'], dir);
    await first.until('> ');
    first.type('release');
    await first.until('> ');
    first.type('aurora');
    await first.until('Released close. Do it now');
    await first.until('How did it end?');
    await first.until('> ');
    first.press('done\u0003');
    expect(await first.ended).toMatchObject({
      code: 130,
      screen: expect.stringContaining('A question was left open. Nothing of it was recorded.'),
    });
    expect(await runs.step(run, 'close')).toMatchObject({ isReleased: true, releasedTo: 'ines', evidence: [] });

    const second = atTerminal(['run', 'next', '--as', 'ines'], dir);
    await second.until('> ');
    second.type('done');
    await second.until('shot: ');
    second.type("'gone.png'");
    await second.until('Enter for none: ');
    second.type('');
    expect(await second.ended).toMatchObject({ code: 0, screen: expect.stringContaining('DONE') });
    expect((await runs.show(run)).run.state).toBe('succeeded');
  });
});
