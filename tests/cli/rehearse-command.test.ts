import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Debrief } from '../../src/model/run/rehearsal/debrief.ts';
import { mishapNames } from '../../src/model/run/rehearsal/mishap.ts';
import { LAST_DAY, LEAVE_X, rehearsalWorkspace } from '../support/rehearsal-workspace.ts';
import { runCli } from '../support/run-cli.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await rehearsalWorkspace();
}, 300_000);

const rehearse = (...more: readonly string[]) => runCli(['playbook', 'rehearse', ...LEAVE_X, ...more], { cwd });

async function scripted(text: string, ...more: readonly string[]) {
  await writeFile(join(cwd, 'answers.yaml'), text);
  return rehearse('--script', 'answers.yaml', ...more);
}

async function debriefOf(...more: readonly string[]): Promise<Debrief> {
  const { stdout } = await rehearse('--json', ...more);
  return JSON.parse(stdout).debrief as Debrief;
}

describe('playbook rehearse', () => {
  it('plays to the end with --auto, and says that nothing has happened', async () => {
    const { code, stdout, stderr } = await rehearse('--auto');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Rehearsal: Leave X\nNothing of this has happened');
    expect(stdout).toContain('The run came to its end: everything was done.');
    expect(stdout).toMatch(/Deactivate the account: \w{3} \d+ \w{3} \d{4}, \d\d:\d\d\./);
  });

  it('writes it in German, and as Markdown', async () => {
    const { stdout } = await rehearse('--auto', '--lang', 'de', '--format', 'markdown');
    expect(stdout).toContain('# Generalprobe: X verlassen\n');
    expect(stdout).toContain('## Der Punkt ohne Wiederkehr\n');
    expect(stdout).toMatch(/- Das Konto deaktivieren: \w{2} \d+\. \S{3} \d{4}, \d\d:\d\d\./);
  });

  it('begins on another day with --start', async () => {
    const day = new Date(Date.parse(LAST_DAY) - 56 * 86_400_000).toISOString().slice(0, 10);
    const { beganAt, endedAt } = await debriefOf('--auto', '--start', day);
    expect(beganAt.slice(0, 10)).toBe(day);
    expect(endedAt > LAST_DAY).toBe(true);
    expect((await rehearse('--start', 'soon')).code).toBe(2);
  });

  it('takes answers from a script, and ends with 3 where the run does not come to its end', async () => {
    const text = '- {step: tell/memo, says: cannot, because: The list of names is missing.}\n';
    const { code, stdout } = await scripted(text, '--lang', 'de');
    expect(code).toBe(3);
    expect(stdout).toContain('Der Lauf kam nicht ans Ziel.');
    expect(stdout).toContain('wartet auf Anna Berg, Ines Kuhn – The list of names is missing.');
  });

  it.each([
    [
      '- {step: tell/memo}\n- {step: tel/card}\n',
      'rehearsal.unknown-step: answers.yaml:2 names a step "tel/card"',
      'Did you mean "tell/card"?',
    ],
    ['- {step: memo}\n', 'rehearsal.unknown-step: answers.yaml:1 names a step "memo"', 'Did you mean "tell/memo"?'],
    [
      '- {step: tell/memo}\n\n- {step: tell/card, by: ana}\n',
      'rehearsal.unknown-person: answers.yaml:3 names a person "ana"',
      'Did you mean "anna"?',
    ],
    [
      '- {step: quiet, says: done}\n',
      'rehearsal.not-asked: answers.yaml:1 answers for quiet, about which nobody is asked',
      'Take its line out',
    ],
    [
      '- {step: tell/memo}\n- {step: "tell\n',
      'rehearsal.script: answers.yaml:3 cannot be played. Missing closing',
      'Write a list such as',
    ],
    [
      '- {step: tell/memo}\n- {step: tell/card, sais: done}\n',
      'rehearsal.script: answers.yaml:2 cannot be played. "sais" means nothing. Did you mean "says"?',
      'Write a list such as',
    ],
  ])('refuses a script that does not fit: %j', async (text, says, hint) => {
    const { code, stdout, stderr } = await scripted(text);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Error ${says}`);
    expect(stderr).toContain(`Hint: ${hint}`);
  });

  it('refuses a script that is not there', async () => {
    const { code, stderr } = await rehearse('--script', 'none.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('rehearsal.script: The script none.yaml cannot be read.');
  });

  it('suggests the mishap that was meant, and names the input that is missing', async () => {
    const wrong = await rehearse('--mishap', 'aprover-ill');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('"aprover-ill" is no choice for --mishap.\nHint: Did you mean "approver-ill"?');
    const missing = await runCli(['playbook', 'rehearse', 'leave-x', '--input', 'mode=delete', '--auto', '--json'], {
      cwd,
    });
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect(JSON.parse(missing.stderr).error).toMatchObject({
      code: 'playbook.inputs',
      message: expect.stringContaining('"last_day" (date) is missing'),
    });
  });

  it('tells in JSON what each mishap hit and cost, and which found nothing to hit', async () => {
    const { state, mishaps, journal, missing } = await debriefOf(...mishapNames.flatMap((name) => ['--mishap', name]));
    expect([state, journal.ok]).toEqual(['succeeded', true]);
    expect(mishaps).toMatchObject([
      { name: 'export-late', hit: true, step: 'keep_now/export', slipped: [] },
      { name: 'approver-ill', hit: true, step: 'signoff', who: 'Anna Berg', end: 'other', instead: 'Ines Kuhn' },
      { name: 'account-locked', hit: true, step: 'close/deactivate', who: 'Anna Berg' },
      { name: 'press-call', hit: true, step: 'tell/announce', who: 'Anna Berg' },
      { name: 'probe-says-alive', hit: false, step: null, moved: [] },
    ]);
    expect(missing).toEqual([]);
  });

  it('plays a mishap that is named twice once', async () => {
    const { code, stdout } = await scripted('[]', '--mishap', 'press-call', '--mishap', 'press-call');
    expect(code).toBe(0);
    expect(stdout.match(/press-call: /g)).toHaveLength(1);
  });
});
