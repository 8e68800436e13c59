import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaybookFinding } from '../../src/model/playbook/playbook-finding.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fixture = (name: string) => resolve('tests/fixtures/playbooks', `${name}.yaml`);

/** A workspace with two playbooks, one of which is not sound. */
async function workspace(): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), 'brand: {name: Aurora, languages: [de]}\nchannels: []\n');
  await mkdir(join(dir, 'playbooks'));
  await copyFile(fixture('leave-x'), join(dir, 'playbooks', 'leave-x.yaml'));
  await copyFile(fixture('bad/unknown-field'), join(dir, 'playbooks', 'unknown-field.yaml'));
  return dir;
}

describe('lastpost playbook lint', () => {
  it('finds a playbook of the workspace by its name and says that a run can be started', async () => {
    const { code, stdout, stderr } = await runCli(['playbook', 'lint', 'leave-x'], { cwd: await workspace() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout,
    ).toBe(`playbooks/leave-x.yaml:34:9 warning Step "deactivate" is done by hand, and it is not said whose. (playbook.no-assignee)
    Add assignee: with a role.
leave-x: 1 warning. A run can be started.
`);
  });

  it('names file, line and column of an error, what to do, and the line as it should be', async () => {
    const cwd = await workspace();
    const { code, stdout } = await runCli(['playbook', 'lint', 'playbooks/unknown-field.yaml'], { cwd });
    expect(code).toBe(1);
    expect(
      stdout,
    ).toBe(`playbooks/unknown-field.yaml:17:5 error "asignee" is no field of step "deactivate". (playbook.unknown-field)
    Did you mean "assignee"?
    assignee: brand
unknown-field: 1 error. No run can be started.
`);
  });

  it('works without a workspace, over several files, and as JSON', async () => {
    const cwd = await temporaryFolder();
    const args = ['playbook', 'lint', fixture('every-step'), fixture('bad/cycle'), '--json'];
    const { code, stdout } = await runCli(args, { cwd });
    expect(code).toBe(1);
    const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: PlaybookFinding[] };
    expect(ok).toBe(false);
    expect(findings[0]).toEqual({
      code: 'playbook.cycle',
      severity: 'error',
      file: fixture('bad/cycle'),
      line: 12,
      column: 42,
      message: expect.stringMatching(/archive → signoff → verified → archive/),
      fix: 'Take one of these needs away.',
      replacement: null,
    });
    expect((await runCli(['playbook', 'lint', fixture('every-step')], { cwd })).stdout).toBe(
      'every-step: nothing to say against it.\n',
    );
  });

  it('says which playbook was meant, and that a file is not there', async () => {
    const cwd = await workspace();
    const near = await runCli(['playbook', 'lint', 'leave-y', '--json'], { cwd });
    expect(near.code).toBe(2);
    expect(JSON.parse(near.stderr)).toEqual({
      error: { code: 'playbook.unknown', message: 'No playbook is called "leave-y".', hint: 'Did you mean "leave-x"?' },
    });
    const absent = await runCli(['playbook', 'lint', './leave.yaml'], { cwd });
    expect(absent.code).toBe(2);
    expect(absent.stderr).toContain('Error playbook.unknown: There is no playbook at ./leave.yaml.');
    expect((await runCli(['playbook', 'lint'], { cwd })).code).toBe(2);
  });

  it('shows no escape sequences that stand in a file', async () => {
    const cwd = await temporaryFolder();
    const text = (await readFile(fixture('leave-x'), 'utf8')).replace('needs: [archive]', 'needs: ["\\e[31marchive"]');
    await writeFile(join(cwd, 'evil.yaml'), text);
    const { stdout } = await runCli(['playbook', 'lint', 'evil.yaml'], { cwd });
    expect(stdout).toContain('there is no such step');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('lastpost playbook list', () => {
  it('lists what the workspace has, and which of them has errors', async () => {
    const { code, stdout } = await runCli(['playbook', 'list'], { cwd: await workspace() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^NAME +MODE +STEPS +STATE +FROM +TITLE\n/);
    expect(stdout).toMatch(/^leave-x +freeze +8 +sound +workspace +Leave X$/m);
    expect(stdout).toMatch(/^unknown-field +cannot be read +workspace$/m);
    expect(stdout).toContain('See what is wrong with: lastpost playbook lint playbooks/unknown-field.yaml');
  });

  it('is a promise as JSON', async () => {
    const cwd = await workspace();
    const { stdout } = await runCli(['playbook', 'list', '--json'], { cwd });
    const { playbooks } = JSON.parse(stdout) as { playbooks: { name: string }[] };
    expect(playbooks.find(({ name }) => name === 'leave-x')).toEqual({
      name: 'leave-x',
      file: join(cwd, 'playbooks', 'leave-x.yaml'),
      from: 'workspace',
      title: { en: 'Leave X', de: 'X verlassen' },
      modes: ['freeze'],
      part: false,
      version: 1,
      steps: 8,
      errors: 0,
      warnings: 1,
    });
  });
});
