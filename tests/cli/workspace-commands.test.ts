import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function newWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  const run = await runCli(['init', '--brand', 'Aurora Coffee', '--language', 'de', '--language', 'en'], { cwd: dir });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return dir;
}

interface Check {
  readonly id: string;
  readonly state: string;
  readonly message: string;
  readonly hint: string | null;
}

function checksOf({ stdout }: CliRun): Readonly<Record<string, Check>> {
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
  return Object.fromEntries(checks.map((check) => [check.id, check]));
}

describe('lastpost init', () => {
  it('makes a folder with everything in it, and says what and what next', async () => {
    const cwd = await temporaryFolder();
    const { code, stdout, stderr } = await runCli(['init', 'farewell', '--brand', 'Aurora Coffee'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'Workspace for Aurora Coffee made:',
        '  farewell/lastpost.yaml',
        '  farewell/vault',
        '  farewell/.lastpost/.gitignore',
        '  farewell/.lastpost/keys/signing-key.pem',
        '  farewell/.lastpost/ledger.db',
        '',
        'Next:',
        '  Keep a backup of the .lastpost folder: the signing key in it cannot be made again.',
        '  Name what is to be archived in farewell/lastpost.yaml, then: cd farewell && lastpost snapshot take --channel ID',
        '  Or take any site right away: cd farewell && lastpost snapshot take https://blog.example.org',
        '  See whether this machine is ready: cd farewell && lastpost doctor',
        '',
      ].join('\n'),
    );
    const key = join(cwd, 'farewell/.lastpost/keys/signing-key.pem');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(await readFile(key, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('says the same as JSON', async () => {
    const cwd = await temporaryFolder();
    const { stdout } = await runCli(['init', '--json', '--brand', 'A'], { cwd });
    const files = [
      'lastpost.yaml',
      'vault',
      '.lastpost/.gitignore',
      '.lastpost/keys/signing-key.pem',
      '.lastpost/ledger.db',
    ];
    expect(JSON.parse(stdout)).toEqual({
      workspace: { dir: cwd, brand: 'A', created: files.map((file) => join(cwd, file)) },
    });
  });

  it('never writes over a workspace', async () => {
    const dir = await newWorkspace();
    const before = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
    expect(await runCli(['init', '--brand', 'Another'], { cwd: dir })).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        `Error workspace.exists: There is a workspace already: ${join(dir, 'lastpost.yaml')}\n` +
        `Hint: It stays as it is. To put back a missing key, ledger or folder: lastpost init ${dir} --repair\n`,
    });
    expect(await readFile(join(dir, 'lastpost.yaml'), 'utf8')).toBe(before);
  });

  it('repairs what is missing and nothing else', async () => {
    const dir = await newWorkspace();
    const key = join(dir, '.lastpost/keys/signing-key.pem');
    const before = await readFile(key, 'utf8');
    const whole = await runCli(['init', '--repair'], { cwd: dir });
    expect(whole).toMatchObject({ code: 0, stdout: 'Nothing was missing; nothing was changed.\n' });
    await rm(join(dir, '.lastpost/ledger.db'));
    await rm(join(dir, 'vault'), { recursive: true });
    const repaired = await runCli(['init', '--repair'], { cwd: dir });
    expect(repaired.stdout).toBe(
      'Put back what was missing:\n  vault\n  .lastpost/ledger.db\n\nKeep a backup of the .lastpost folder: the signing key in it cannot be made again.\n',
    );
    expect(await readFile(key, 'utf8')).toBe(before);
  });

  it('completes a folder that was left half made', async () => {
    const dir = await newWorkspace();
    const key = await readFile(join(dir, '.lastpost/keys/signing-key.pem'), 'utf8');
    await rm(join(dir, 'lastpost.yaml'));
    await rm(join(dir, '.lastpost/ledger.db'));
    expect(await runCli(['init', '--brand', 'Again'], { cwd: dir })).toMatchObject({ code: 0 });
    expect(await readFile(join(dir, '.lastpost/keys/signing-key.pem'), 'utf8')).toBe(key);
  });
});

describe('lastpost doctor', () => {
  it('finds a new workspace ready', async () => {
    const dir = await newWorkspace();
    const run = await runCli(['doctor', '--json', '--workspace', dir]);
    expect(run.code).toBe(0);
    expect((JSON.parse(run.stdout) as { ok: boolean }).ok).toBe(true);
    const checks = checksOf(run);
    expect(Object.keys(checks)).toEqual([
      'node',
      'browser',
      'sqlite',
      'clock',
      'folder',
      'disk',
      'replay',
      'workspace',
      'key',
      'ledger',
    ]);
    for (const id of ['node', 'browser', 'sqlite', 'clock', 'folder', 'workspace', 'key', 'ledger']) {
      expect(checks[id]).toMatchObject({ state: 'ok', hint: null });
    }
    expect(checks.workspace?.message).toBe(`${dir}: Aurora Coffee, 0 channels`);
    expect(checks.node?.message).toBe(`Node ${process.versions.node}`);
  });

  it('works where there is no workspace', async () => {
    const run = await runCli(['doctor', '--json'], { cwd: await temporaryFolder() });
    expect(checksOf(run).workspace?.message).toBe('none here; single snapshots work without one');
  });

  it('names every problem with what to do, and fails', async () => {
    const dir = await newWorkspace();
    const key = join(dir, '.lastpost/keys/signing-key.pem');
    await chmod(key, 0o644);
    await writeFile(join(dir, '.lastpost/ledger.db'), 'no ledger, only text'.repeat(100));
    const run = await runCli(['doctor', '--json'], { cwd: dir, env: { LASTPOST_BROWSER: '/nowhere/chromium' } });
    expect(run.code).toBe(1);
    expect(checksOf(run)).toMatchObject({
      browser: { state: 'problem', message: 'There is no program at /nowhere/chromium.' },
      key: {
        state: 'problem',
        message: `${key} can be read by others (mode 644).`,
        hint: `Close it: chmod 600 ${key}`,
      },
      ledger: {
        state: 'problem',
        message: `The ledger ${join(dir, '.lastpost/ledger.db')} is damaged and cannot be read.`,
      },
    });
    const text = await runCli(['doctor'], { cwd: dir, env: { LASTPOST_BROWSER: '/nowhere/chromium' } });
    expect(text).toMatchObject({ code: 1, stderr: '' });
    expect(text.stdout).toMatch(/^problem {2}key {8}\S.*\n {20}Close it: chmod 600 /m);
    expect(text.stdout).toMatch(/\nNot ready: 3 problems\.\n$/);
  });

  it('names the line of a mistake in lastpost.yaml, and what is missing', async () => {
    const dir = await newWorkspace();
    await writeFile(join(dir, 'lastpost.yaml'), 'brand: {name: A, languages: [en]}\nchanels: []\n');
    expect(checksOf(await runCli(['doctor', '--json'], { cwd: dir })).workspace).toMatchObject({
      state: 'problem',
      message: `${join(dir, 'lastpost.yaml')}:2:1: "chanels" is no key of lastpost.yaml. Did you mean "channels"?`,
    });
  });

  it('does not stop at a ledger and a key that are gone', async () => {
    const dir = await newWorkspace();
    await rm(join(dir, '.lastpost'), { recursive: true });
    const checks = checksOf(await runCli(['doctor', '--json'], { cwd: dir }));
    expect([checks.key?.state, checks.ledger?.state]).toEqual(['problem', 'problem']);
    expect(checks.key?.hint).toBe('Put it back from your backup, or make a new one with: lastpost init --repair');
  });

  it('names a folder that cannot be written', async () => {
    const run = await runCli(['doctor', '--json'], { cwd: '/proc/self' });
    expect(run.code).toBe(1);
    expect(checksOf(run).folder?.message).toMatch(/^In \/proc\/\S+ a file cannot be written \(E[A-Z]+\)\.$/);
  });
});
