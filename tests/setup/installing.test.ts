import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/browser.mjs';
import { findOnPath } from '../../scripts/setup/machine.mjs';
import { ensureNative } from '../../scripts/setup/native.mjs';
import { writeStamp } from '../../scripts/setup/stamp.mjs';
import { copyOf, makeSmallProject, type SmallProject } from './small-project.ts';

let setUpAlready: SmallProject;
let project: SmallProject;

beforeAll(async () => {
  setUpAlready = await makeSmallProject();
  await setUpAlready.setup();
});
beforeEach(async () => {
  project = await copyOf(setUpAlready);
});
afterEach(() => project.remove());
afterAll(() => setUpAlready.remove());

/** A program that notes how it was called and then makes `installs` executable files in the folder `system`. */
async function fakeProgram(path: string, installs: readonly string[], exitCode = 0): Promise<void> {
  const system = join(project.root, 'system');
  await mkdir(system, { recursive: true });
  const made = installs.map(
    (name) =>
      `case "$*" in *install*) printf '#!/bin/sh\\n' > ${system}/${name}; /bin/chmod +x ${system}/${name};; esac`,
  );
  await project.write(
    path,
    [
      '#!/bin/sh',
      `echo "$@" >> ${join(project.root, 'calls')}`,
      ...made,
      'echo no such package',
      `exit ${exitCode}`,
      '',
    ].join('\n'),
  );
}

/** A computer with an empty system: nothing on PATH but Node, a shell and what the fakes install. */
async function emptyComputer(options: { isRoot: boolean; apt?: boolean }) {
  const system = join(project.root, 'system');
  await mkdir(system, { recursive: true });
  for (const [name, target] of [
    ['node', process.execPath],
    ['npm', findOnPath('npm', process.env)],
    ['sh', '/bin/sh'],
  ] as const) {
    if (target && !existsSync(join(system, name))) await symlink(target, join(system, name));
  }
  const machine = {
    platform: 'linux' as const,
    isRoot: options.isRoot,
    aptGet: options.apt === false ? undefined : join(project.root, 'fake/apt-get'),
    env: { ...project.env, PATH: system },
  };
  return {
    root: project.root,
    machine,
    signal: new AbortController().signal,
    logFile: join(project.root, '.cache/setup.log'),
    show: () => undefined,
  };
}

async function forgetTheCompiledAddon(): Promise<void> {
  await writeFile(
    join(project.root, 'packages/better-sqlite3/index.js'),
    `require('./build/again.js'); module.exports = class { close() {} };`,
  );
  await writeFile(
    join(project.root, 'packages/better-sqlite3/compile.js'),
    `require('node:fs').writeFileSync('build/again.js', ''); require('node:fs').writeFileSync('options', process.argv.slice(2).join(' '));`,
  );
  writeStamp(project.root, { native: undefined });
}

describe('better-sqlite3', () => {
  it('is compiled after root on Debian was given the compiler that was missing', async () => {
    await forgetTheCompiledAddon();
    await fakeProgram('fake/apt-get', ['python3', 'make', 'g++']);
    const context = await emptyComputer({ isRoot: true });
    expect(await ensureNative(context)).toMatch(
      /^better-sqlite3 compiled after installing python3, make, g\+\+ \(\d+ s\)$/,
    );
    expect(await project.read('calls')).toMatch(/ update\n.* install -y --no-install-recommends python3 make g\+\+\n$/);
  });

  it('is compiled against the headers beside Node, which needs no network', async () => {
    await forgetTheCompiledAddon();
    await fakeProgram('fake/apt-get', ['python3', 'make', 'g++']);
    await ensureNative(await emptyComputer({ isRoot: true }));
    const prefix = dirname(dirname(realpathSync(process.execPath)));
    const expected = existsSync(join(prefix, 'include/node/node.h')) ? `--jobs=max --nodedir=${prefix}` : '--jobs=max';
    expect(await project.read('packages/better-sqlite3/options')).toBe(expected);
  });

  it('is taken ready-made where that can be downloaded', async () => {
    await forgetTheCompiledAddon();
    await project.write(
      'packages/better-sqlite3/node_modules/prebuild-install/package.json',
      '{"name":"prebuild-install"}',
    );
    await project.write(
      'packages/better-sqlite3/node_modules/prebuild-install/bin.js',
      `require('node:fs').writeFileSync('build/again.js', '');`,
    );
    expect(await ensureNative(await emptyComputer({ isRoot: false }))).toMatch(/^better-sqlite3 fetched \(\d+ s\)$/);
  });

  it('says exactly what to install when it may not', async () => {
    await forgetTheCompiledAddon();
    await expect(ensureNative(await emptyComputer({ isRoot: false }))).rejects.toMatchObject({
      message:
        'better-sqlite3 has to be compiled here, because its ready-made binary could not be downloaded, and python3, make, g++ are missing.',
      next: 'Run "sudo apt-get install python3 make g++", then the same command again.',
    });
    await expect(ensureNative(await emptyComputer({ isRoot: true, apt: false }))).rejects.toMatchObject({
      next: expect.stringContaining('on macOS: "xcode-select --install"'),
    });
  });

  it('shows what the compiler said when compiling fails', async () => {
    await forgetTheCompiledAddon();
    await fakeProgram('fake/apt-get', ['python3', 'make', 'g++']);
    await writeFile(
      join(project.root, 'packages/better-sqlite3/compile.js'),
      `console.error('fatal error: sqlite3.h'); process.exit(1);`,
    );
    await expect(ensureNative(await emptyComputer({ isRoot: true }))).rejects.toMatchObject({
      message: "better-sqlite3 could not be compiled: the compiler's run ended with 1.",
      tail: expect.stringContaining('fatal error: sqlite3.h'),
    });
  });
});

describe('the browser', () => {
  beforeEach(() => writeStamp(project.root, { browser: undefined }));

  it('is downloaded by Playwright first', async () => {
    const system = join(project.root, 'system');
    await project.write(
      'packages/playwright-core/cli.js',
      `require('node:fs').writeFileSync('${system}/small-chromium', process.argv.slice(2).join(' '));`,
    );
    const said = await ensureBrowser(await emptyComputer({ isRoot: true }));
    expect(said).toBe(`Chromium 156.0 found at ${system}/small-chromium`);
    expect(await project.read('system/small-chromium')).toBe('install chromium --no-shell');
  });

  it('comes from Debian with its fonts when the download is refused', async () => {
    await fakeProgram('fake/apt-get', ['small-chromium']);
    const said = await ensureBrowser(await emptyComputer({ isRoot: true }));
    expect(said).toBe(`Chromium 156.0 found at ${join(project.root, 'system/small-chromium')}`);
    expect(await project.read('calls')).toMatch(
      / update\n.* install -y --no-install-recommends chromium fonts-liberation fonts-dejavu-core fonts-noto-color-emoji\n$/,
    );
  });

  it('is asked for in words when nothing may be installed', async () => {
    await expect(ensureBrowser(await emptyComputer({ isRoot: false }))).rejects.toMatchObject({
      message:
        "no Chromium is here and none could be installed (Playwright's download ended with 1; packages of the system can only be installed as root on Debian).",
      next: expect.stringMatching(/^Install Google Chrome, Chromium or Edge \(or set LASTPOST_BROWSER/),
    });
  });

  it('is asked for in words when apt-get fails, with the reason it gave', async () => {
    await fakeProgram('fake/apt-get', [], 100);
    await expect(ensureBrowser(await emptyComputer({ isRoot: true }))).rejects.toMatchObject({
      message: expect.stringContaining('it ended with 100: no such package'),
    });
  });

  it('that is found and does not start is not taken', async () => {
    const broken = join(project.root, 'system/small-chromium');
    await project.write(
      'system/small-chromium',
      '#!/bin/sh\necho libnss3.so: cannot open shared object file\nexit 127\n',
    );
    await chmod(broken, 0o755);
    const search = await project.read('dist/crawl/find-chromium.js');
    await project.write('dist/crawl/find-chromium.js', search.replace("'156.0'", "'unknown'"));
    await expect(ensureBrowser(await emptyComputer({ isRoot: false }))).rejects.toMatchObject({
      message: `the browser at ${broken} does not start: it ended with 127.`,
      tail: 'libnss3.so: cannot open shared object file',
      next: expect.stringContaining('sudo npx playwright-core install-deps chromium'),
    });
  });
});
