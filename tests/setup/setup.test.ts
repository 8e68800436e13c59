import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tooOldNode } from '../../scripts/setup/node-version.mjs';
import { copyOf, makeSmallProject, type SmallProject } from './small-project.ts';

let untouched: SmallProject;
let setUpAlready: SmallProject;
let project: SmallProject;

beforeAll(async () => {
  untouched = await makeSmallProject();
  setUpAlready = await copyOf(untouched);
  await setUpAlready.setup();
});
afterEach(() => project.remove());
afterAll(async () => {
  await untouched.remove();
  await setUpAlready.remove();
});

const ready = /^Setup: ready, nothing to do \(\d+\.\d s\)\.\n$/;

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('what the test waits for never came');
    await pause(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('setup', () => {
  it('installs, compiles, builds and finds a browser, says so in one line, and has nothing to do the second time', async () => {
    project = await copyOf(untouched);
    const first = await project.setup();
    expect(first.stderr).toMatch(
      /^Setup: packages installed \(\d+ s\), better-sqlite3 compiled \(\d+ s\), built \(\d+ s\), Chromium 156\.0 found at \S+\/bin\/small-chromium\.\n$/,
    );
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(await project.read('dist/hello.js')).toContain('one');

    const second = await project.setup();
    expect(second.stderr).toMatch(ready);
    expect(second.tookMs).toBeLessThan(2000);
  });

  it('builds again when a source changed, and takes away what no source stands for any more', async () => {
    project = await copyOf(setUpAlready);
    await rm(join(project.root, 'src/hello.ts'));
    await project.write('src/goodbye.ts', `export const goodbye = 'two';\n`);
    const again = await project.setup();
    expect(again.stderr).toMatch(/^Setup: built \(\d+ s\)\.\n$/);
    expect(existsSync(join(project.root, 'dist/hello.js'))).toBe(false);
    expect(await project.read('dist/goodbye.js')).toContain('two');
  });

  it('builds again when somebody deleted or changed what was built', async () => {
    project = await copyOf(setUpAlready);
    await rm(join(project.root, 'dist/hello.js'));
    expect((await project.setup()).stderr).toMatch(/^Setup: built/);
    await project.write('dist/hello.js', 'older');
    expect((await project.setup()).stderr).toMatch(/^Setup: built/);
    expect(await project.read('dist/hello.js')).toContain('one');
  });

  it('installs again when package-lock.json changed', async () => {
    project = await copyOf(setUpAlready);
    const lock = JSON.parse(await project.read('package-lock.json'));
    lock.packages['packages/typescript'].version = '1.0.1';
    await project.write('package-lock.json', JSON.stringify(lock));
    await project.write('packages/typescript/package.json', JSON.stringify({ name: 'typescript', version: '1.0.1' }));
    expect((await project.setup()).stderr).toMatch(/^Setup: packages installed/);
    expect((await project.setup()).stderr).toMatch(ready);
  });

  it('takes an install made by hand as it is', async () => {
    project = await copyOf(untouched);
    const install = await project.start('npm', ['ci', '--ignore-scripts']).ended;
    expect(install.code).toBe(0);
    expect((await project.setup()).stderr).toMatch(/^Setup: better-sqlite3 compiled/);
  });

  it('installs anew when an install was broken off', async () => {
    project = await copyOf(untouched);
    await project.start('npm', ['ci', '--ignore-scripts']).ended;
    await rm(join(project.root, 'node_modules/.package-lock.json'));
    expect((await project.setup()).stderr).toMatch(/^Setup: packages installed/);
  });

  it('shows what npm said when the packages cannot be installed, and what to do', async () => {
    project = await copyOf(untouched);
    const manifest = JSON.parse(await project.read('package.json'));
    manifest.dependencies['left-out'] = '1.0.0';
    await project.write('package.json', JSON.stringify(manifest));
    const failed = await project.setup();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^Setup stopped: the packages could not be installed: npm ci ended with 1\.\n/);
    expect(failed.stderr).toMatch(/\n {2}\| npm error /);
    expect(failed.stderr).toMatch(/\nNext: .*\.cache\/setup\.log\.\n$/);
  });

  it('shows the mistake when the build fails, and builds when it is corrected', async () => {
    project = await copyOf(untouched);
    await project.write('src/hello.ts', `export const hello: number = 'one';\n`);
    const failed = await project.setup();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('Setup stopped: the build ended with');
    expect(failed.stderr).toContain('src/hello.ts(1,14): error TS2322');
    await project.write('src/hello.ts', `export const hello = 'three';\n`);
    expect((await project.setup()).stderr).toMatch(/^Setup: built/);
  });

  it('lets one of two setups work and the other wait for it', async () => {
    project = await copyOf(untouched);
    const both = await Promise.all([project.setup(), project.setup()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const lines = both.map(({ stderr }) => stderr).sort();
    expect(lines[0]).toMatch(/^Setup: packages installed/);
    expect(lines[1]).toMatch(ready);
  });

  it('passes by the lock of a setup that was killed', async () => {
    project = await copyOf(setUpAlready);
    await project.write('src/hello.ts', `export const hello = 'four';\n`);
    await project.write('hold-tsc', '');
    const killed = project.start(process.execPath, ['scripts/setup.mjs']);
    await until(() => existsSync(join(project.root, '.cache/setup.lock')));
    killed.kill('SIGKILL');
    await killed.ended;
    await rm(join(project.root, 'hold-tsc'));
    const next = await project.setup();
    expect(next.stderr).toMatch(/^Setup: built/);
    expect(next.tookMs).toBeLessThan(20_000);
    expect(existsSync(join(project.root, '.cache/setup.lock'))).toBe(false);
  });

  it('ends what it started on Ctrl-C, and the next run trusts nothing that was half done', async () => {
    project = await copyOf(setUpAlready);
    await project.write('src/hello.ts', `export const hello = 'five';\n`);
    await project.write('hold-tsc', '');
    await rm(join(project.root, '.cache/tsc.pid'));
    const interrupted = project.start(process.execPath, ['scripts/setup.mjs']);
    await until(
      async () => existsSync(join(project.root, '.cache/tsc.pid')) && (await project.read('.cache/tsc.pid')) !== '',
    );
    interrupted.kill('SIGINT');
    const ended = await interrupted.ended;
    expect(ended.code).toBe(130);
    expect(ended.stderr).toBe('Setup was interrupted. Nothing is half done: run the same command again to go on.\n');
    expect(isAlive(Number(await project.read('.cache/tsc.pid')))).toBe(false);
    expect(existsSync(join(project.root, '.cache/setup.lock'))).toBe(false);
    await rm(join(project.root, 'hold-tsc'));
    expect((await project.setup()).stderr).toMatch(/^Setup: built/);
    expect(await project.read('dist/hello.js')).toContain('five');
  });

  it('uses the browser that LASTPOST_BROWSER names, and says so when there is none', async () => {
    project = await copyOf(setUpAlready);
    await project.write('other/browser', '#!/bin/sh\n');
    const other = join(project.root, 'other/browser');
    expect((await project.setup({ LASTPOST_BROWSER: other })).stderr).toBe(
      `Setup: Chromium 156.0 found at ${other}.\n`,
    );
    const wrong = await project.setup({ LASTPOST_BROWSER: '/nowhere/browser' });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toBe(
      'Setup stopped: There is no program at /nowhere/browser.\nNext: Correct LASTPOST_BROWSER, or unset it to have a browser searched for.\n',
    );
  });

  it('says which file is in its way when it cannot write', async () => {
    project = await copyOf(untouched);
    await project.write('.cache', 'a file where the folder belongs');
    const failed = await project.setup();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^Setup stopped: E\w+: .*\/\.cache.*\nNext: See that this folder belongs to you/);
  });

  it('explains itself, and knows no options', async () => {
    project = await copyOf(untouched);
    const help = await project.start(process.execPath, ['scripts/setup.mjs', '--help']).ended;
    expect(help.code).toBe(0);
    expect(help.stderr).toContain('It takes no options');
    const unknown = await project.start(process.execPath, ['scripts/setup.mjs', '--fast']).ended;
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/^Setup takes no options, and got "--fast"\./);
  });
});

describe('an old Node', () => {
  it('is told in one sentence', () => {
    expect(tooOldNode('20.18.3')).toBe(
      'Lastpost needs Node 20.19 or newer, and this is Node 20.18.3: install a newer one from https://nodejs.org and run the same command again.',
    );
    expect(tooOldNode('18.20.0')).toBeDefined();
  });

  it('is what only an older one is', () => {
    expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].map(tooOldNode)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('.ci/run', () => {
  it('ends with the count of npm test', async () => {
    project = await copyOf(untouched);
    const { code, stdout } = await project.start('bash', ['.ci/run'], { CI: 'true' }).ended;
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('counts a failed setup as a failure', async () => {
    project = await copyOf(untouched);
    await project.write('src/hello.ts', 'this is not TypeScript');
    const { code, stdout } = await project.start('bash', ['.ci/run'], { CI: 'true' }).ended;
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });
});
