import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { type CliRun, finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly end: Promise<CliRun>;
  /** What it has said on stdout when it was ready. */
  readonly ready: string;
}

/** Starts a replay and waits until it says its address. */
async function replaying(args: readonly string[], options: Parameters<typeof spawnCli>[1]): Promise<Running> {
  const child = spawnCli(['snapshot', 'replay', ...args], options);
  onTestFinished(() => void child.kill('SIGKILL'));
  const end = finished(child);
  let ready = '';
  child.stdout?.on('data', (text: string) => {
    ready += text;
  });
  while (!/}\n$|ends it\.\n$/.test(ready)) {
    const ended = await Promise.race([once(child.stdout ?? child, 'data').then(() => undefined), end]);
    if (ended !== undefined) throw new Error(`It ended with ${ended.code}: ${ended.stderr}`);
  }
  return { child, end, ready };
}

async function folderWithSnapshot(): Promise<string> {
  const dir = await temporaryFolder();
  await makeSnapshot(dir);
  return dir;
}

/** A Lastpost as it is without the component: its own files, and every package but that one. */
async function lastpostWithoutComponent(): Promise<string> {
  const dir = await temporaryFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    await cp(join(checkout, part), join(dir, part), { recursive: true });
  await mkdir(join(dir, 'node_modules'));
  for (const name of await readdir(join(checkout, 'node_modules'))) {
    if (name === 'replaywebpage' || name.startsWith('.')) continue;
    await symlink(join(checkout, 'node_modules', name), join(dir, 'node_modules', name));
  }
  return join(dir, 'bin/lastpost.js');
}

function runProgram(program: string, args: readonly string[], cwd: string): Promise<CliRun> {
  return finished(spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] }));
}

describe('lastpost snapshot replay', () => {
  it.each([['SIGINT'], ['SIGTERM']] as const)('serves until %s, which is a good end', async (signal) => {
    const cwd = await folderWithSnapshot();
    const { child, end, ready } = await replaying(['snapshot.wacz', '--no-open', '--port', '0'], { cwd });
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(ready)?.[0] ?? '';
    expect(ready).toBe(`snapshot.wacz is shown at ${url}\nOpen this address in a browser. Ctrl-C ends it.\n`);
    expect(await (await fetch(url)).text()).toContain('<h1>The Example Blog</h1>');
    child.kill(signal);
    expect(await end).toMatchObject({ code: 0, signal: null, stdout: ready, stderr: 'No longer served.\n' });
    await expect(fetch(url)).rejects.toThrow();
  });

  it('prints one JSON object as soon as it is ready, and nothing after it', async () => {
    const cwd = await folderWithSnapshot();
    const { child, end, ready } = await replaying(['snapshot.wacz', '--no-open', '--port', '0', '--json'], { cwd });
    const { url, ...rest } = JSON.parse(ready) as { url: string };
    expect(rest).toEqual({});
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 0, stdout: ready });
  });

  it("opens the person's browser at its address", async () => {
    const cwd = await folderWithSnapshot();
    const told = join(cwd, 'told');
    for (const name of ['xdg-open', 'open']) {
      await writeFile(join(cwd, name), `#!/bin/sh\necho "$@" > '${told}'\n`, { mode: 0o755 });
    }
    const { child, end, ready } = await replaying(['snapshot.wacz', '--port', '0'], { cwd, env: { PATH: cwd } });
    expect(ready).toContain('\nYour browser was asked to open it. Ctrl-C ends it.\n');
    let address = '';
    for (let round = 0; round < 100 && address === ''; round += 1) {
      address = await readFile(told, 'utf8').catch(() => sleep(50, ''));
    }
    expect(ready).toContain(`snapshot.wacz is shown at ${address.trim()}\n`);
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
  });

  it('asks to open the address by hand where there is no browser', async () => {
    const cwd = await folderWithSnapshot();
    const { child, end, ready } = await replaying(['snapshot.wacz', '--port', '0'], { cwd, env: { PATH: cwd } });
    expect(ready).toContain('\nOpen this address in a browser. Ctrl-C ends it.\n');
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
  });

  it('takes another port when two are shown at once, and says so when the one that was asked for is taken', async () => {
    const cwd = await folderWithSnapshot();
    const blocker = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void blocker.close());
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await runCli(['snapshot', 'replay', 'snapshot.wacz', '--no-open', '--port', `${port}`], { cwd })).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr:
        `Error replay.port-taken: Port ${port} is taken by another program.\n` +
        `Cause: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n` +
        'Hint: Give another one with --port N, or leave --port out to take a free one.\n',
    });
    const both = [
      await replaying(['snapshot.wacz', '--no-open'], { cwd }),
      await replaying(['snapshot.wacz', '--no-open'], { cwd }),
    ];
    const [one, other] = both.map(({ ready }) => /http:\S+/.exec(ready)?.[0]);
    expect(one).not.toBe(other);
    for (const { child, end } of both) {
      child.kill('SIGINT');
      expect((await end).code).toBe(0);
    }
  });

  it.each([
    ['nothing.wacz', 2, /^Error snapshot\.not-found: There is no file \S+nothing\.wacz\./],
    ['notes.txt', 1, /^Error (?:verify\.not-a-wacz|wacz\.damaged): .*notes\.txt/],
  ])('shows no %s', async (name, code, stderr) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'notes.txt'), 'These are notes, and no archive of anything at all.\n');
    const run = await runCli(['snapshot', 'replay', name, '--no-open'], { cwd });
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(stderr);
  });
});

describe('without the component', () => {
  it('says how to get it, and where the file can be seen without it', async () => {
    const cwd = await folderWithSnapshot();
    const program = await lastpostWithoutComponent();
    expect(await runProgram(program, ['snapshot', 'replay', 'snapshot.wacz', '--no-open'], cwd)).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr:
        'Error replay.not-installed: The replaywebpage component, which draws the pages, is not installed.\n' +
        'Hint: Install it with "npm install replaywebpage", or drop the file on https://replayweb.page: there it stays ' +
        'in your browser and is uploaded nowhere.\n',
    });
  });

  it('is only warned of by doctor, until it is installed in the folder one works in', async () => {
    const cwd = await folderWithSnapshot();
    const program = await lastpostWithoutComponent();
    const replayCheck = async () => {
      const { stdout } = await runProgram(program, ['doctor', '--json'], cwd);
      const { checks } = JSON.parse(stdout) as {
        checks: readonly { id: string; state: string; hint: string | null }[];
      };
      return checks.find(({ id }) => id === 'replay');
    };
    expect(await replayCheck()).toMatchObject({
      state: 'warning',
      hint: 'Install it when you want it: npm install replaywebpage',
    });
    const installed = join(cwd, 'node_modules/replaywebpage');
    await mkdir(dirname(installed));
    await symlink(join(checkout, 'node_modules/replaywebpage'), installed);
    expect(await replayCheck()).toMatchObject({ state: 'ok' });
  });
});
