import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';

const STEPS = `
  - id: memo
    type: manual
    assignee: brand
    instructions: Send the memo.
    evidence: [{id: sent_mail, kind: file, required: true}]
  - {id: signoff, type: approval, needs: [memo], approvers: [legal]}
  - {id: closed, type: command, needs: [signoff], with: {run: "true", idempotent: true}}
`;

const leave = () => newRunFolder({ leave: playbookOf('leave', STEPS) });

/** Runs a line in a folder, and gives its code, its stderr and its JSON, of stdout or of an error. */
async function inFolder(cwd: string, ...line: readonly string[]) {
  const { code, stdout, stderr } = await runCli(['run', ...line, '--json'], { cwd });
  return { code, stderr, json: JSON.parse(stdout === '' ? stderr : stdout) };
}

describe('a run on the command line', () => {
  it('is carried from its start to its end, and says at each step what it waits for', async () => {
    const dir = await leave();
    await writeFile(join(dir, 'memo.eml'), 'Dear all');
    const begun = await inFolder(dir, 'start', 'leave', '--as', 'anna');
    const { id } = begun.json.run;
    expect(begun).toMatchObject({ code: 75, json: { run: { state: 'waiting' } } });
    expect(begun.stderr).toBe('Waits for Anna Berg (brand) or Ines Kuhn (brand) to do memo.\n');

    const told = await inFolder(dir, 'confirm', 'memo', '--as', 'anna', '--evidence', 'sent_mail=memo.eml');
    expect(told).toMatchObject({ code: 75, json: { what: 'confirmed', run: { id } } });
    expect(told.stderr).toBe('Waits for the approval of signoff by Lena Maurer (legal).\n');

    // Approved by all whom it takes, it waits for nobody any more.
    const approved = await inFolder(dir, 'approve', id.slice(0, -1), 'signoff', '--as', 'lena');
    expect(approved).toMatchObject({ code: 0, stderr: '' });
    const ended = await inFolder(dir, 'next');
    expect(ended).toMatchObject({ code: 0, stderr: '', json: { run: { state: 'succeeded' }, busy: false } });
    const did = ended.json.did.map(({ step, what }: { step: string; what: string }) => `${step} ${what}`);
    expect(did).toEqual(['closed succeeded']);
    expect(await inFolder(dir, 'next')).toMatchObject({
      code: 2,
      json: { error: { code: 'run.which', hint: expect.stringContaining(id) } },
    });
  });

  it('is held and changed by people who say why, and each word of it is in its journal', async () => {
    const dir = await leave();
    const id = await runWorkspace(dir).start('leave');
    const why = ['--because', 'The archive is looked at.', '--as', 'anna'];
    expect(await inFolder(dir, 'pause', ...why)).toMatchObject({ code: 0, json: { run: { paused: true } } });
    expect(await inFolder(dir, 'next')).toMatchObject({ code: 75, stderr: expect.stringContaining('paused') });

    const file = join(dir, 'playbooks', 'leave.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('approvers: [legal]', 'approvers: [service]'));
    const shown = await inFolder(dir, 'amend', file, ...why);
    expect(shown).toMatchObject({ code: 75, json: { applied: false, diff: expect.stringMatching(/^\+.*service/m) } });
    expect(await inFolder(dir, 'amend', file, ...why, '--yes')).toMatchObject({ code: 0, json: { applied: true } });

    const { stdout } = await runCli(['run', 'journal', id, '--out', '-'], { cwd: dir });
    const entries = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ type }) => type).filter((type) => type.startsWith('run.'))).toEqual([
      'run.started',
      'run.paused',
      'run.amended',
    ]);
    expect(entries.at(-1)).toMatchObject({ by: { person: 'anna' }, body: { reason: 'The archive is looked at.' } });
  });

  it('has a journal whose every letter is checked', async () => {
    const dir = await leave();
    const id = await runWorkspace(dir).start('leave');
    const file = join(dir, '.lastpost', 'ledger.db');
    const bytes = await readFile(file);
    bytes.write('Skip', bytes.indexOf('Send the memo.'));
    await writeFile(file, bytes);
    expect(await inFolder(dir, 'journal', id, '--verify')).toMatchObject({
      code: 1,
      json: { ok: false, entries: 1, head: null, problem: { run: id, seq: 1 } },
    });
  });

  it('comes back from its journal when the ledger is lost, and up to the damage when that is all there is', async () => {
    const dir = await leave();
    const runs = runWorkspace(dir);
    const id = await runs.start('leave');
    await runs.pause(id, 'anna');
    expect(await inFolder(dir, 'journal', id, '--out', 'whole.jsonl')).toMatchObject({
      code: 0,
      json: { problem: null },
    });
    const ledger = new Database(join(dir, '.lastpost', 'ledger.db'));
    ledger.exec('drop trigger journal_stays');
    ledger.prepare(`update journal set text = replace(text, 'run.paused', 'run.passed') where seq = 2`).run();
    ledger.close();
    const rest = await inFolder(dir, 'journal', id, '--out', 'rest.jsonl');
    expect(rest).toMatchObject({ code: 1, json: { entries: 1, problem: expect.stringContaining('entry 2') } });
    const broughtBack = async (file: string) => {
      const other = await leave();
      const restored = await inFolder(other, 'restore', join(dir, file));
      return { restored, verified: await inFolder(other, 'journal', id, '--verify') };
    };
    const whole = await broughtBack('whole.jsonl');
    expect(whole.restored).toMatchObject({ code: 0, json: { run: id } });
    expect(whole.verified).toMatchObject({ code: 0, json: { ok: true } });
    expect((await broughtBack('rest.jsonl')).restored).toMatchObject({ code: 0, json: { run: id, entries: 1 } });
  });
});
