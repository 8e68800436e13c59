import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fixture = (name: string) => resolve('tests/fixtures/playbooks', `${name}.yaml`);

/** A workspace with one playbook. */
async function workspace(): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), 'brand: {name: Aurora, languages: [de]}\nchannels: []\n');
  await mkdir(join(dir, 'playbooks'));
  await copyFile(fixture('leave-x'), join(dir, 'playbooks', 'leave-x.yaml'));
  return dir;
}

describe('lastpost playbook show', () => {
  it('draws a playbook of the workspace in the terminal, in German', async () => {
    const cwd = await workspace();
    const { code, stdout, stderr } = await runCli(['playbook', 'show', 'leave-x', '--lang', 'de'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe('X verlassen');
    expect(stdout).toMatch(/┿━━━ AB HIER GIBT ES KEIN ZURÜCK ━+\n/);
  });

  it('writes the drawing that the ending of the file asks for, and replaces a file only when it is told to', async () => {
    const cwd = await workspace();
    const show = (...args: string[]) => runCli(['playbook', 'show', 'leave-x', ...args], { cwd });
    const [svg, mermaid] = await Promise.all([show('--out', 'x.svg'), show('--out', 'x.mmd', '--json')]);
    expect(svg.stdout).toMatch(/^x\.svg: \d+ kB\n$/);
    expect(await readFile(join(cwd, 'x.svg'), 'utf8')).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" lang="en" xml:lang="en"/,
    );
    expect(await readFile(join(cwd, 'x.mmd'), 'utf8')).toMatch(/^---\ntitle: "Leave X"\n---\nflowchart TD\n/);
    expect(JSON.parse(mermaid.stdout)).toMatchObject({ written: { file: expect.stringMatching(/x\.mmd$/) } });
    const again = await show('--out', 'x.svg', '--json');
    expect({ code: again.code, error: JSON.parse(again.stderr).error.code }).toEqual({
      code: 1,
      error: 'playbook.file-exists',
    });
    expect((await show('--out', 'x.svg', '--force')).code).toBe(0);
  });

  it('is one object for a program, with the names of the file', async () => {
    const { code, stdout } = await runCli(['playbook', 'show', fixture('leave-x'), '--json'], {
      cwd: await temporaryFolder(),
    });
    expect(code).toBe(0);
    const { playbook, file, written } = JSON.parse(stdout);
    expect({ file, written, name: playbook.name }).toEqual({
      file: fixture('leave-x'),
      written: null,
      name: 'leave-x',
    });
    expect(playbook.steps[0]).toMatchObject({ id: 'archive', retry: { max_attempts: 5 }, on_failure: 'stop' });
    expect(playbook.steps[4].approval).toMatchObject({ min_approvals: 2, prevent_self_review: true });
    expect(stdout).not.toMatch(/"[a-z]+[A-Z][A-Za-z]*":/);
  });

  it('draws one that lint refuses and says so, and none of what is no playbook', async () => {
    const cwd = await temporaryFolder();
    const [circle, none, unknown] = await Promise.all([
      runCli(['playbook', 'show', fixture('bad/cycle'), '--format', 'mermaid', '--out', '-'], { cwd }),
      runCli(['playbook', 'show', fixture('bad/unknown-field')], { cwd }),
      runCli(['playbook', 'show', 'nowhere'], { cwd }),
    ]);
    expect(circle.code).toBe(0);
    expect(circle.stdout).toContain('flowchart TD');
    expect(circle.stderr).toContain('It has errors, so that no run of it can be started: lastpost playbook lint');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('playbook.unsound') });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('playbook.unknown') });
  });
});
